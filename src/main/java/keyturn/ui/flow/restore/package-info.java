/** Which backups of vault keys are restored, into which vault, and what for. */
@NullMarked
package keyturn.ui.flow.restore;

import org.jspecify.annotations.NullMarked;
