/** Which vault keys are backed up, and into which folder. */
@NullMarked
package keyturn.ui.flow.backup;

import org.jspecify.annotations.NullMarked;
