/** Backups of the vault keys that a server needs: which keys, their checks, the steps. Changes nothing on the server or in the vault. */
@NullMarked
package keyturn.plan.flow.backup;

import org.jspecify.annotations.NullMarked;
