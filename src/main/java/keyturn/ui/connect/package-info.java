/**
 * Where the server is and how to sign in.
 */
@NullMarked
package keyturn.ui.connect;

import org.jspecify.annotations.NullMarked;
