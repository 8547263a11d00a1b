/** The closed family of steps, the plan, one pure planner for each flow, and the verifier. No input or output, no clock. */
@NullMarked
package keyturn.plan;

import org.jspecify.annotations.NullMarked;
