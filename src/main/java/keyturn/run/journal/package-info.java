/**
 * The journal of a run and the files beside it: plans, approvals, back-out scripts. Its words:
 *
 * <ul>
 *   <li><b>line</b>: one event of a run, as somebody tells it; an <b>entry</b> is a line with its place in the chain of hashes
 *   <li><b>note</b>: a typed value in a line that no later look can find again
 *   <li><b>reach</b>: how far the steps of a part came, by its lines
 *   <li><b>record</b>: a run as its folder has it, with its parts
 *   <li><b>filed</b>: bound by the journal through the hash of a file
 *   <li><b>intended</b>: a back-out that was approved and of which nothing has begun; <b>withdrawn</b>, once it is given up
 * </ul>
 *
 * <p>Decided: one program writes at a time, by a lock on a file of its own, and reads the end of the journal again under that
 * lock. A line is on the disk before its act is sent.
 */
@NullMarked
package keyturn.run.journal;

import org.jspecify.annotations.NullMarked;
