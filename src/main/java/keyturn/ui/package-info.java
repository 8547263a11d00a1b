/** The window. */
@NullMarked
package keyturn.ui;

import org.jspecify.annotations.NullMarked;
