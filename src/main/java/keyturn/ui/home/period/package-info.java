/** What somebody has set of times once for all servers: when keys are due, and how early expiries are told. */
@NullMarked
package keyturn.ui.home.period;

import org.jspecify.annotations.NullMarked;
