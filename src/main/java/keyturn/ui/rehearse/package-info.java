/** A practice world that is like the server at whose home somebody stands: started from there, and told apart from it. */
@NullMarked
package keyturn.ui.rehearse;

import org.jspecify.annotations.NullMarked;
