/** Tests of the page on which a plan is approved. */
@NullMarked
package keyturn.ui.preview;

import org.jspecify.annotations.NullMarked;
