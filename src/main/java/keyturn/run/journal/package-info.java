/** The journal of a run and the files beside it: plans, approvals, scripts that lead back. */
@NullMarked
package keyturn.run.journal;

import org.jspecify.annotations.NullMarked;
