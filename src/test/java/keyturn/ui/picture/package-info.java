/** Tests of the pictures of a server. */
@NullMarked
package keyturn.ui.picture;

import org.jspecify.annotations.NullMarked;
