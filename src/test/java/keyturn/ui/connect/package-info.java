/** The connect page. */
@NullMarked
package keyturn.ui.connect;

import org.jspecify.annotations.NullMarked;
