/** Tests of the forecast: one world for each cause, each thing that is missing, each warning. */
@NullMarked
package keyturn.plan.forecast;

import org.jspecify.annotations.NullMarked;
