/** Tests of the removal of a secret. */
@NullMarked
package keyturn.plan.flow.removesecret;

import org.jspecify.annotations.NullMarked;
