/** The page of the recovery of a lost vault. */
@NullMarked
package keyturn.ui.flow.recover;

import org.jspecify.annotations.NullMarked;
