/** The rotation of a key: its planner, steps, checks and the back-out. */
@NullMarked
package keyturn.plan.flow.rotate;

import org.jspecify.annotations.NullMarked;
