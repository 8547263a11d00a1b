package keyturn.script.json;

import keyturn.plan.Plan;
import keyturn.script.Scripts;

/**
 * A plan as its file has it.
 *
 * @param scripts the acts that stand in the file and were approved, whatever this version would render
 */
public record SavedPlan(Plan plan, Scripts scripts) {

    public String digest() {
        return scripts.digest();
    }
}
