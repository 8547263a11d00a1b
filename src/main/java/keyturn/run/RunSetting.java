package keyturn.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.run.step.Decider;
import keyturn.run.step.RunSecrets;

/**
 * What surrounds a run.
 *
 * @param backoutCopy a second folder for the back-out of each step, as on another machine; made where it is not there
 * @param decider asked when a step fails
 * @param secrets that steps of the plan need
 * @param stop asked between steps; true stops at the next safe point
 */
public record RunSetting(
        Optional<Path> backoutCopy, RunListener listener, Decider decider, BooleanSupplier stop, RunSecrets secrets) {

    /** For plans that need no secret. */
    public RunSetting(Optional<Path> backoutCopy, RunListener listener, Decider decider, BooleanSupplier stop) {
        this(backoutCopy, listener, decider, stop, RunSecrets.NONE);
    }

    /** No second place, and a failure stops the run. */
    public static RunSetting plain(RunListener listener, BooleanSupplier stop) {
        return new RunSetting(Optional.empty(), listener, Decider.STOPS, stop);
    }
}
