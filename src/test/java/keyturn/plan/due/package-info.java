/** Tests of what is due when. */
@NullMarked
package keyturn.plan.due;

import org.jspecify.annotations.NullMarked;
