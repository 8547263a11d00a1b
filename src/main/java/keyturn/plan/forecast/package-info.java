/**
 * Would a restart of the engine succeed now? One pure function over an inspection answers it, for each database and for the server:
 * {@link keyturn.plan.forecast.Forecast}. Every surface that speaks of a restart shows this answer and no other.
 *
 * <p>What is known to be wrong makes it fail, whatever a DBA has attested. A vault that was not seen, a DLL that is not loaded yet, or
 * a change that the engine has not been tested after leave it uncertain. What was not seen and need not be seen stands beside a yes.
 */
@NullMarked
package keyturn.plan.forecast;

import org.jspecify.annotations.NullMarked;
