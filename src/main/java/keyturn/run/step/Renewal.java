package keyturn.run.step;

import java.util.List;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.run.journal.RunRecord.Part;

/**
 * What is done once more when a run goes on that replaces the secret of credentials. The text of the secret ended with the
 * program that had it made, or was typed into that; so another one is made, or typed, and it is tried and given to every
 * credential, whichever of them hold the first one: else an application would have several secrets in use.
 */
final class Renewal {

    private final boolean due;

    private Renewal(boolean due) {
        this.due = due;
    }

    /** It was begun before, and a credential is left that has not been given its secret. */
    static Renewal of(Part part) {
        boolean begun = part.begun().stream()
                .map(Conduct::of)
                .anyMatch(conduct -> conduct.needsSecret() || conduct.givesSecret());
        return new Renewal(begun
                && replaces(part.plan().steps())
                && part.left().stream().map(Conduct::of).anyMatch(Conduct::replacesSecret));
    }

    /** Keyturn itself has this secret made, and once more where its text was lost. */
    static boolean isMade(List<Step> plan, Step gives) {
        return replaces(plan) && !Conduct.of(gives).isForOperator();
    }

    private static boolean replaces(List<Step> plan) {
        return plan.stream().map(Conduct::of).anyMatch(Conduct::replacesSecret);
    }

    /** What was done of this step before does not count any more. */
    boolean covers(Step step) {
        Conduct conduct = Conduct.of(step);
        return due && (conduct.needsSecret() || (conduct.givesSecret() && !conduct.isForOperator()));
    }
}
