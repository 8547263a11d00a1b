/** The inspect page. */
@NullMarked
package keyturn.ui.home;

import org.jspecify.annotations.NullMarked;
