/** The page of the removal of a secret: which one, which credentials sign in as its application, who else uses it. */
@NullMarked
package keyturn.ui.flow.removesecret;

import org.jspecify.annotations.NullMarked;
