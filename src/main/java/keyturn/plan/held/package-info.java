/**
 * Which secret of its application a credential holds. SQL Server shows it nowhere; what is known comes from the run that gave it and
 * from the times of changes. Forecast, radar and the removal of a secret all ask here.
 */
@NullMarked
package keyturn.plan.held;

import org.jspecify.annotations.NullMarked;
