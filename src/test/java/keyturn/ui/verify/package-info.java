/** Tests of the words of a verdict. */
@NullMarked
package keyturn.ui.verify;

import org.jspecify.annotations.NullMarked;
