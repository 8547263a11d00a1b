package keyturn.script;

import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.StepId;

/**
 * A plan, rendered once: what the preview shows is what runs.
 *
 * @param digest {@code sha256:} and 64 digits, over the plan's canonical JSON with its acts
 */
public record Scripts(List<StepScript> steps, String digest) {

    public Scripts {
        steps = List.copyOf(steps);
    }

    public static Scripts of(Plan plan) {
        return new Scripts(List.of(), "sha256:");
    }

    /**
     * A step's act and the PowerShell that does the same.
     *
     * @param powershell whole lines, no trailing line break
     */
    public record StepScript(StepId step, Act act, String powershell) {}
}
