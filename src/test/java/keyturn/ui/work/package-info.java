/** Tests of this part of the window. */
@NullMarked
package keyturn.ui.work;

import org.jspecify.annotations.NullMarked;
