/**
 * Removing a secret that no credential holds any more. The usual way is to let it expire; a removal is for good, so it is planned only
 * once every credential of the application was altered, SQL Server has started since, and every database opens with the new secret.
 */
@NullMarked
package keyturn.plan.flow.removesecret;

import org.jspecify.annotations.NullMarked;
