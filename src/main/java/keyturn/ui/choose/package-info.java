/**
 * Which provider goes to which DLL.
 */
@NullMarked
package keyturn.ui.choose;

import org.jspecify.annotations.NullMarked;
