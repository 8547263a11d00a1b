/**
 * The clocks of a run: of the step that runs, of what is left, of a service that is interrupted. Knows the run's events and no page.
 */
@NullMarked
package keyturn.ui.run.clock;

import org.jspecify.annotations.NullMarked;
