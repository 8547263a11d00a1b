package keyturn.script;

import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.act.Act;
import keyturn.script.act.TSqlActs;
import keyturn.script.json.PlanFile;
import keyturn.script.powershell.PowerShellHead;
import keyturn.script.powershell.PowerShellSteps;

/**
 * A plan, rendered once: what the preview shows is what runs.
 *
 * @param digest {@code sha256:} and 64 digits, over the plan's canonical JSON with its acts
 */
public record Scripts(List<StepScript> steps, String digest) {

    public Scripts {
        steps = List.copyOf(steps);
    }

    /** Renders; the same plan gives the same bytes. A name that no script can hold ends in InvalidValue: planners refuse it. */
    public static Scripts of(Plan plan) {
        List<StepScript> steps = plan.steps().stream().map(Scripts::render).toList();
        return new Scripts(steps, PlanFile.digest(plan, steps));
    }

    /** What stands once before the steps of a PowerShell script: parameters and the function that the steps call. */
    public static String powershellHead() {
        return PowerShellHead.text();
    }

    /** The same, with what these steps call besides. */
    public String head() {
        boolean tries = steps.stream().anyMatch(step -> step.act().triesVaultKey());
        return tries ? powershellHead() + "\n\n" + PowerShellHead.vault() : powershellHead();
    }

    /** One step, as in a plan: for a way back, whose steps stand in no plan of their own. */
    public static StepScript render(Step step) {
        Act act = TSqlActs.of(step);
        return new StepScript(step.id(), act, PowerShellSteps.of(step, act));
    }

    /**
     * A step's act and the PowerShell that does the same.
     *
     * @param powershell whole lines, no trailing line break
     */
    public record StepScript(StepId step, Act act, String powershell) {}
}
