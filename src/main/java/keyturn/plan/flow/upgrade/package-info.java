/** The upgrade of the connector in place: its planner, steps and checks. */
@NullMarked
package keyturn.plan.flow.upgrade;

import org.jspecify.annotations.NullMarked;
