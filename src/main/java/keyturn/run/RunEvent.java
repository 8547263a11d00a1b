package keyturn.run;

import java.time.Instant;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.run.door.Outcome.Answer;

/** What a run tells while it goes; window, terminal and journal read the same stream. */
public sealed interface RunEvent {

    Instant at();

    record Started(Instant at, StepId step) implements RunEvent {}

    /** True-after held already: no act was sent. */
    record Skipped(Instant at, StepId step, Message why) implements RunEvent {}

    record Done(Instant at, StepId step, Answer answer) implements RunEvent {}

    /** The act did not leave this machine. */
    record NotSent(Instant at, StepId step, Problem problem) implements RunEvent {}

    /**
     * The act was sent, and whether it took effect is not known yet.
     *
     * @param sent when
     * @param problem why there is no answer
     */
    record Unanswered(Instant at, StepId step, Instant sent, Problem problem) implements RunEvent {}

    record Failed(Instant at, StepId step, Problem problem) implements RunEvent {}

    /** Nothing was changed, and nothing goes on before somebody else has done this. */
    record Waiting(Instant at, StepId step, Message what) implements RunEvent {}

    /** The run stands: at a safe point as asked, or after a failure. */
    record Stopped(Instant at, StepId step, Message why) implements RunEvent {}
}
