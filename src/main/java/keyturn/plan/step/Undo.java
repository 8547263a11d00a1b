package keyturn.plan.step;

import java.util.List;
import keyturn.domain.Message;

/** How a step is undone. */
public sealed interface Undo {

    /** By these steps, in this order. */
    record BySteps(List<Step> steps) implements Undo {
        public BySteps {
            steps = List.copyOf(steps);
        }
    }

    /** By a person, like this. */
    record ByHand(Message how) implements Undo {}

    /** Not at all, because. */
    record None(Message because) implements Undo {}
}
