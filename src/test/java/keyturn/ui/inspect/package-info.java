/** The inspect page. */
@NullMarked
package keyturn.ui.inspect;

import org.jspecify.annotations.NullMarked;
