/** Tests of this part of the window. */
@NullMarked
package keyturn.ui.parts;

import org.jspecify.annotations.NullMarked;
