/** Tests of what depends on what. */
@NullMarked
package keyturn.plan.depend;

import org.jspecify.annotations.NullMarked;
