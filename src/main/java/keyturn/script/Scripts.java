package keyturn.script;

import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Group;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;
import keyturn.script.act.Act;
import keyturn.script.act.TSqlActs;
import keyturn.script.json.PlanFile;
import keyturn.script.powershell.PowerShellHead;
import keyturn.script.powershell.PowerShellSteps;

/**
 * The acts of a plan: rendered once, or as a saved plan has them. What the preview shows is what runs.
 *
 * @param steps in the order of the plan
 * @param digest {@code sha256:} and 64 digits, over the plan's canonical JSON with these acts
 */
public record Scripts(List<StepScript> steps, Bounds bounds, String digest) {

    public Scripts {
        steps = List.copyOf(steps);
    }

    /** Renders; the same plan gives the same bytes. A name that no script can hold ends in InvalidValue: planners refuse it. */
    public static Scripts of(Plan plan) {
        List<StepScript> steps = plan.steps().stream().map(Scripts::render).toList();
        return new Scripts(steps, Bounds.OURS, PlanFile.digest(plan, steps, Bounds.OURS));
    }

    /** What stands once before the steps of a PowerShell script: parameters and the function that the steps call. */
    public static String powershellHead() {
        return PowerShellHead.text();
    }

    /** The same, with what these steps call besides. */
    public String head() {
        return head(steps);
    }

    /** The same for the steps that lead back. */
    public String headBack() {
        return head(back());
    }

    private static String head(List<StepScript> steps) {
        boolean tries = steps.stream().anyMatch(step -> step.act().triesVaultKey());
        return tries ? powershellHead() + "\n\n" + PowerShellHead.vault() : powershellHead();
    }

    /** The steps that lead back to the start: what undoes the last step first. An old secret is tried as the new one was, before that. */
    public List<StepScript> back() {
        List<StepScript> undos =
                steps.reversed().stream().flatMap(step -> step.undo().stream()).toList();
        boolean putsBack =
                undos.stream().flatMap(undo -> undo.step().asSecret().stream()).anyMatch(SecretStep::putsBack);
        Stream<StepScript> trials = SecretStep.trials(
                        steps.stream().map(StepScript::step).toList())
                .filter(attempt -> putsBack)
                .map(SecretStep.TrySecret::ofOld)
                .map(Scripts::render);
        return Stream.concat(trials, undos.stream()).toList();
    }

    /** One step, as in a plan: for a back-out, whose steps stand in no plan of their own. */
    public static StepScript render(Step step) {
        Conduct conduct = Conduct.of(step);
        List<StepScript> undo =
                switch (conduct.undo()) {
                    case Undo.BySteps by ->
                        by.steps().stream().map(Scripts::render).toList();
                    case Undo.ByHand hand -> List.of();
                    case Undo.None none -> List.of();
                };
        return new StepScript(step, conduct.group(), TSqlActs.of(step), undo);
    }

    /**
     * A step and its act.
     *
     * @param group of steps that must not be parted, which it opens or closes
     * @param undo what undoes it, in order; empty where no steps do
     */
    public record StepScript(Step step, Group group, Act act, List<StepScript> undo) {

        public StepScript {
            undo = List.copyOf(undo);
        }

        public StepId id() {
            return step.id();
        }

        /** What does the same: whole lines, no trailing line break. */
        public String powershell() {
            return PowerShellSteps.of(step, act);
        }
    }
}
