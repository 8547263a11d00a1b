package keyturn.run;

import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification;

/** How a run ended. */
public sealed interface RunResult {

    /** All steps done or skipped, and verified from a fresh look. */
    record Completed(Verification verification, Path journal, RunTrail trail) implements RunResult {}

    /** Stopped at a step: asked to, refused, or the connection went away. What the journal says is done stays done. */
    record Stopped(StepId at, Message why, Problem problem, Path journal, RunTrail trail) implements RunResult {}

    /**
     * Not begun: a fact that the plan relies on has moved.
     *
     * @param fact its name in the plan's basis, or {@code digest}: this version renders other acts
     */
    record Refused(String fact, String was, String is) implements RunResult {}
}
