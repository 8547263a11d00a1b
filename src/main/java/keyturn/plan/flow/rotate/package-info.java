/** The rotation of a key: its planner, steps, checks and the way back. */
@NullMarked
package keyturn.plan.flow.rotate;

import org.jspecify.annotations.NullMarked;
