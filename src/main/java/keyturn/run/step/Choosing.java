package keyturn.run.step;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.script.Scripts.StepScript;

/** What may be chosen when a step fails, and whether what was chosen is among it. */
final class Choosing {

    private Choosing() {}

    /**
     * @param safe there is a safe point before the step
     * @param begun steps whose acts may have been performed, this one among them
     */
    static Decider.Failure failure(StepScript script, Halt halt, boolean safe, List<Step> begun) {
        Step step = script.step();
        boolean mayHaveChanged = halt.kind() == Halt.Kind.UNANSWERED && SafePoints.opensGroup(script);
        boolean inGroup = !safe || mayHaveChanged;
        Set<Decider.Kind> offered = EnumSet.of(Decider.Kind.RETRY);
        if (begun.stream().anyMatch(other -> Conduct.of(other).mayBeUndone())) {
            offered.add(Decider.Kind.UNDO);
        }
        if (!inGroup) {
            offered.add(Decider.Kind.STOP);
            if (Conduct.of(step).is(Conduct.Trait.OPTIONAL)) {
                offered.add(Decider.Kind.SKIP);
            }
        }
        return new Decider.Failure(step, halt.kind().actEnd(), halt.problem(), inGroup, offered);
    }

    /** Anything that is not offered stops the run, and so does a step left out without a reason. */
    static Decider.Choice allowed(Decider.Failure failure, Decider.Choice chosen) {
        boolean offered =
                switch (chosen) {
                    case Decider.Retry retry -> failure.offered().contains(Decider.Kind.RETRY);
                    case Decider.Undo undo -> failure.offered().contains(Decider.Kind.UNDO);
                    case Decider.Stop stop -> true;
                    case Decider.Skip skip ->
                        failure.offered().contains(Decider.Kind.SKIP)
                                && !skip.reason().isBlank();
                };
        return offered ? chosen : new Decider.Stop();
    }
}
