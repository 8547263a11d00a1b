package keyturn.run.step;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.fact.TrueBefore;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/** True-before: what a plan relies on, and what its own steps have made, held against a look between two of them. */
record Relied(Plan plan, Begun begun) {

    /** A fact that is not as it must be, as far as the look goes; but for what the plan's own steps changed. */
    Optional<Problem> moved(Inspection now, Scope scope) {
        return plan.basis()
                .within(scope)
                .firstMoved(Basis.of(now, plan.choices(), scope), begun.within(scope))
                .map(Halt::moved)
                .or(() -> scope instanceof Scope.OneDatabase ? undoneOutside(now) : Optional.empty());
    }

    /** What the step itself needs and is not so, where the look shows it. */
    static Optional<Problem> unmet(Step step, Inspection now) {
        return TrueBefore.unmet(step, now).map(Halt::unmet);
    }

    /**
     * What the run has made for all databases must still be there before the next one is wrapped with it: the plan's own facts
     * may read as before it was made. Elsewhere an act that did nothing is for the verdict to tell.
     */
    private Optional<Problem> undoneOutside(Inspection now) {
        return begun.doneForAll().stream()
                .filter(step -> Conduct.of(step).lasts())
                .flatMap(step -> StepConditions.holds(step, now) instanceof Holds.No no
                        ? Stream.of(Halt.undoneOutside(step, no.found()))
                        : Stream.empty())
                .findFirst();
    }
}
