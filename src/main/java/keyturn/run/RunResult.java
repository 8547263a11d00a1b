package keyturn.run;

import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.StepId;
import keyturn.plan.Verification;

/** How a run ended. */
public sealed interface RunResult {

    /** All steps done or skipped, and verified from a fresh look. */
    record Completed(Verification verification, Path journal) implements RunResult {}

    /** Stopped at a step. */
    record Stopped(StepId at, Message why, Problem problem, Path journal) implements RunResult {}

    /** Not begun: a fact that the plan relies on has moved. */
    record Refused(String fact, String was, String is) implements RunResult {}
}
