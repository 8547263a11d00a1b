package keyturn.plan.fact;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** The true-after of each kind of step, asked of an inspection; pure. */
public final class StepConditions {

    private StepConditions() {}

    /**
     * Whether the step's true-after holds. For a test only what an inspection can show:
     * after the change the database is ONLINE or not; how it was before the change, a later look cannot tell.
     */
    public static Holds holds(Step step, Inspection inspection) {
        return TrueAfter.of(step).holds(inspection);
    }

    /** The same of many steps, at a cost that does not grow with the databases. */
    public static Holds holds(Step step, ByDatabase each) {
        return holds(step, about(step, each));
    }

    /** As much of a look as the step is about. */
    public static Inspection about(Step step, ByDatabase each) {
        return switch (Conduct.of(step).scope()) {
            case Scope.Whole whole -> each.whole();
            case Scope.Server server -> each.whole();
            case Scope.OneDatabase one -> each.about(one.database());
        };
    }

    /** Why what it is about, or has made, is not what was meant; empty: nothing that can be seen speaks against it. */
    public static Optional<Problem> misfit(Step step, Inspection inspection) {
        return step.asKey()
                .flatMap(KeyStep::asOpen)
                .flatMap(open -> OpenedKey.misfit(inspection, TrueAfter.opened(open)));
    }
}
