package keyturn.run.step;

import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Step;
import keyturn.run.journal.RunRecord;

/** Whether somebody must hand in a secret before a plan is run, or gone on with. */
public enum SecretNeed {
    NONE,
    /** The run has one made itself. */
    MADE,
    /** The run takes one if it is handed in; without it, it finds out whether it can go on. */
    PERHAPS,
    HANDED;

    /** Before the plan is run for the first time. */
    public static SecretNeed of(Plan plan) {
        return of(plan.steps(), plan.steps(), List.of());
    }

    /** Before what is left of a part is gone on with. */
    public static SecretNeed of(RunRecord.Part part) {
        return of(part.plan().steps(), part.left(), part.begun());
    }

    private static SecretNeed of(List<Step> all, List<Step> left, List<Step> begun) {
        if (left.stream().noneMatch(StepConditions::needsSecret)) {
            return NONE;
        }
        return all.stream()
                .filter(StepConditions::givesSecret)
                .findFirst()
                .map(gives -> of(gives, left.contains(gives), begun.contains(gives)))
                .orElse(HANDED);
    }

    private static SecretNeed of(Step gives, boolean left, boolean begun) {
        if (StepConditions.forColleague(gives)) {
            return left && !begun ? PERHAPS : HANDED;
        }
        if (!left) {
            return HANDED;
        }
        return begun ? PERHAPS : MADE;
    }
}
