package keyturn.run.resume;

import java.util.List;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.run.Runner;

/** A next step for a run that ended early; what changes something is shown and approved before it runs. */
public sealed interface Offer {

    /**
     * Go on with the plan, whose approval stands ({@link Runner#resume}).
     *
     * @param left at least one, in order; one whose true-after holds when its turn comes is journalled and not sent
     */
    record Continue(List<Step> left) implements Offer {
        public Continue {
            left = List.copyOf(left);
            if (left.isEmpty()) {
                throw new IllegalArgumentException("nothing is left: that is NothingLeft");
            }
        }
    }

    /** Go back to the start: a plan of its own ({@link Runner#backout}). */
    record BackOut(Plan plan) implements Offer {}

    /** Only switch the provider on that reads disabled: a plan of its own ({@link Runner#backout}). */
    record OnlyEnable(Plan plan) implements Offer {}

    /** Every step is done; what is missing is the last look and the evidence ({@link Runner#resume} makes both). */
    record NothingLeft() implements Offer {}

    /** A new plan with the same choices, from what is there now; this run stays as it ended. */
    record PlanAnew(Plan plan) implements Offer {}

    /** Not from here. */
    record Cannot(Problem problem) implements Offer {}
}
