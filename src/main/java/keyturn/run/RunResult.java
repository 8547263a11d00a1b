package keyturn.run;

import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification;
import keyturn.run.step.Halt;

/** How a run ended. */
public sealed interface RunResult {

    /** All steps done or skipped, and verified from a fresh look. */
    record Completed(Verification verification, Path journal, RunTrail trail) implements RunResult {}

    /** Stopped at a step: asked to, refused, or the connection went away. What the journal says is done stays done. */
    record Stopped(StepId at, Halt.Kind kind, Message why, Problem problem, Path journal, RunTrail trail)
            implements RunResult {}

    /** Not begun. */
    record Refused(Refusal why) implements RunResult {}
}
