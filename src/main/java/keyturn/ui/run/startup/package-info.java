/**
 * What the run page shows while a step starts SQL Server: each database with its state, the worst first, and what error log and
 * connector say since the step began. Looks in the background, changes nothing, and knows nothing of how the run goes on.
 */
@NullMarked
package keyturn.ui.run.startup;

import org.jspecify.annotations.NullMarked;
