/**
 * Which provider goes to which DLL.
 */
@NullMarked
package keyturn.ui.flow.upgrade;

import org.jspecify.annotations.NullMarked;
