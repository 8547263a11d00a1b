/** The rules of the page on which a rotation is chosen. */
@NullMarked
package keyturn.ui.flow.rotate;

import org.jspecify.annotations.NullMarked;
