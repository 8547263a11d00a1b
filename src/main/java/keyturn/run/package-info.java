/**
 * Performs an approved plan act by act through ports that open for nothing else; keeps the journal; resumes a run that ended
 * early and backs it out.
 *
 * <p>Knows no adapter and no kind of step. {@link keyturn.run.Runner} is the way in, {@link keyturn.run.resume.Resume} the look
 * before it. Its words:
 *
 * <ul>
 *   <li><b>run</b>: everything that is done for one plan, from its approval on; one folder, one journal, one id
 *   <li><b>part</b>: what is done in a run under one approved plan: the plan itself, then each back-out
 *   <li><b>stretch</b>: from taking the instance's lock to giving it back; a resumed run has a stretch more
 *   <li><b>act</b>: what is sent to a door for a step; a <b>door</b> is SQL Server, the vault or the directory
 *   <li><b>begun</b>: an act was journalled as started, so it may have been performed
 *   <li><b>look</b>: an inspection made by a run, whole at both ends and small between two databases
 *   <li><b>halt</b>: where and why a run ended early
 *   <li><b>noted</b>: a journal line says what no later look can see, as the version of a key that was created
 * </ul>
 *
 * <p>Decided: what became of an act is what was observed at its door, nothing else: done, not sent, refused, or unanswered. An
 * act without an answer is journalled {@code unanswered} and counts as begun, like one that a killed program sent; one that did
 * not leave this machine is journalled {@code not-sent}, and the step is again as before it was started.
 *
 * <p>Decided: one journal for a run and its back-outs. A line {@code approved} or {@code resumed} names a plan by its digest,
 * and the lines after it belong to that plan; {@code undone} ends a back-out. Each plan is in the run's folder with a file that
 * says who approved it, so that nothing resumes that was not approved. A step that was started and has no line of its end is
 * unknown: a look decides whether it is done, and only a read, or what the look shows not to be done, is sent again. Before each
 * step the lock is checked. Before each step that changes something the server is looked at, the facts that the plan relies on
 * must still hold, except for what its own steps changed, and the back-out script is on the disk.
 *
 * <p>The first look and the last take in everything. A look between two databases takes in the next database and its keys
 * alone, so that a run of ten thousand costs no more for each than a run of ten.
 */
@NullMarked
package keyturn.run;

import org.jspecify.annotations.NullMarked;
