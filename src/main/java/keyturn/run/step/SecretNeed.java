package keyturn.run.step;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.ClientId;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
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

    /** The application whose secret the plan needs; empty: it needs none. */
    public static Optional<ClientId> application(Plan plan) {
        return plan.steps().stream()
                .map(Conduct::of)
                .filter(Conduct::needsSecret)
                .flatMap(conduct -> conduct.secret().application().stream())
                .findFirst();
    }

    /** The same, where anyone who signs in as this application has handed its secret in: not where a further one is made or typed. */
    public static Optional<ClientId> signInMayServe(Plan plan) {
        boolean further = plan.steps().stream()
                .map(Conduct::of)
                .anyMatch(conduct -> conduct.givesSecret() || conduct.replacesSecret());
        return further ? Optional.empty() : application(plan);
    }

    /** Before what is left of a part is gone on with. */
    public static SecretNeed of(RunRecord.Part part) {
        return of(part.plan().steps(), part.left(), part.begun());
    }

    private static SecretNeed of(List<Step> all, List<Step> left, List<Step> begun) {
        if (left.stream().noneMatch(step -> Conduct.of(step).needsSecret())) {
            return NONE;
        }
        return all.stream()
                .filter(step -> Conduct.of(step).givesSecret())
                .findFirst()
                .map(gives ->
                        Renewal.isMade(all, gives) ? MADE : of(gives, left.contains(gives), begun.contains(gives)))
                .orElse(HANDED);
    }

    private static SecretNeed of(Step gives, boolean left, boolean begun) {
        if (Conduct.of(gives).isForOperator()) {
            return left && !begun ? PERHAPS : HANDED;
        }
        if (!left) {
            return HANDED;
        }
        return begun ? PERHAPS : MADE;
    }
}
