/** Tests of the page that explains errors. */
@NullMarked
package keyturn.ui.trouble;

import org.jspecify.annotations.NullMarked;
