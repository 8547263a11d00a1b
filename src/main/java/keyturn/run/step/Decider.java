package keyturn.run.step;

import java.util.Set;
import keyturn.domain.Problem;
import keyturn.plan.step.Step;

/** Says what to do when a step fails; asked on the runner's thread, which waits for the answer. */
@FunctionalInterface
public interface Decider {

    /** Where nobody can be asked. */
    Decider STOPS = failure -> new Stop();

    /** @return one of the kinds that the failure offers; anything else stops the run */
    Choice decide(Failure failure);

    /**
     * A step that failed, was not sent, or has no answer.
     *
     * @param inGroup steps that must not be parted are half done: only {@link Kind#RETRY} (finish) and {@link Kind#UNDO} are
     *     offered, besides {@link Kind#STOP} where nobody can be asked
     */
    record Failure(Step step, Halt.ActEnd how, Problem problem, boolean inGroup, Set<Kind> offered) {
        public Failure {
            offered = Set.copyOf(offered);
        }
    }

    /** What may be chosen. */
    enum Kind {
        RETRY,
        UNDO,
        STOP,
        SKIP
    }

    /** What was chosen. */
    sealed interface Choice {}

    /** Send the step again. */
    record Retry() implements Choice {}

    /** Stop here; the back-out is then shown, approved and run as a plan of its own. */
    record Undo() implements Choice {}

    /** Stop here; what was done stays done. */
    record Stop() implements Choice {}

    /**
     * Leave the step out.
     *
     * @param reason typed by a person; goes into the journal; blank stops the run
     */
    record Skip(String reason) implements Choice {}
}
