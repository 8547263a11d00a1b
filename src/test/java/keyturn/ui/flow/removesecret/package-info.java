/** Tests of the page on which a secret is removed. */
@NullMarked
package keyturn.ui.flow.removesecret;

import org.jspecify.annotations.NullMarked;
