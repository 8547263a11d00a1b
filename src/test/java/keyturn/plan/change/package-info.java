/** What a plan changes, from what to what. */
@NullMarked
package keyturn.plan.change;

import org.jspecify.annotations.NullMarked;
