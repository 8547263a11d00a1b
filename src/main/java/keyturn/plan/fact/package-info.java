/** Facts that plans rely on and conditions on an inspection: what holds before a step and after it. Pure. */
@NullMarked
package keyturn.plan.fact;

import org.jspecify.annotations.NullMarked;
