/** Restores of vault keys from their backups, and drills of that: which keys, into which vault, their checks, the steps. */
@NullMarked
package keyturn.plan.flow.restore;

import org.jspecify.annotations.NullMarked;
