package keyturn.ui.run;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.RunListener;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;

/** Performs an approved plan, as {@link keyturn.run.Runner#run} does. Waits: to be called in the background. */
@FunctionalInterface
public interface Conduct {
    RunResult run(ApprovedPlan plan, Target target, Path folder, RunListener listener, BooleanSupplier stop)
            throws Problem.Raised;
}
