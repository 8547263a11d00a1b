/**
 * Every run of this machine, how it stands, and which of them nobody needs to be reminded of any more. Looks at the files of runs
 * and at their locks; writes nothing into a run's folder.
 */
@NullMarked
package keyturn.evidence.runs;

import org.jspecify.annotations.NullMarked;
