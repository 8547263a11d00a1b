/**
 * Performs an approved plan act by act through ports that open for nothing else; keeps the journal; goes on with a run that
 * ended early and takes it back.
 *
 * <p>Knows no adapter and no kind of step. {@link keyturn.run.Runner} is the door in, {@link keyturn.run.Resume} the look
 * before it.
 *
 * <p>Decided: what became of an act is what was observed at its door, nothing else: done, not sent, refused, or unanswered. An
 * act without an answer is journalled {@code unanswered} and is started and never done, like one that a killed program sent;
 * one that did not leave this machine is journalled {@code not-sent}, and the step stands as before it was started.
 *
 * <p>Decided: one journal for a run and its ways back. A line {@code approved} or {@code resumed} names a plan by its digest,
 * and the lines after it are of that plan; {@code undone} ends a way back. Each plan lies in the run's folder with a file that
 * says who approved it, so that nothing runs on that was not approved, anyone who resumes. A step that was started and has no
 * line of its end is unknown: a look decides whether it is done, and only a read, or what the look shows not to be done, is
 * sent again. Before each step the lock is seen to; before each that changes something the server is looked at, what the plan
 * relies on must still be so (but for what its own steps changed), and the way back is on the disk.
 *
 * <p>The first look and the last take in everything. One between two databases takes in the next one and what hangs around its
 * keys, so that a run of ten thousand costs no more for each than one of ten; another database is caught at its own step.
 */
@NullMarked
package keyturn.run;

import org.jspecify.annotations.NullMarked;
