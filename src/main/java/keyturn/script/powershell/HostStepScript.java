package keyturn.script.powershell;

import java.util.stream.Collectors;
import keyturn.domain.OneLine;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.script.Scripts.StepScript;
import keyturn.script.guard.Guard;

/** A step on the host in a script that conducts the whole plan: the script runs on the host itself, whoever was to do it. */
final class HostStepScript {

    private HostStepScript() {}

    /** @param id the number of the step in the script at hand */
    static String of(StepId id, HostStep step, StepScript script, Guard guard) {
        String title = PowerShell.literal(OneLine.shown(StepWords.title(step)));
        String back = script.undo().isEmpty() || step.startsEngine()
                ? ""
                : " -Back {\n"
                        + script.undo().stream().map(undo -> undo.act().shown()).collect(Collectors.joining("\n"))
                        + "\n}";
        return "Invoke-KeyturnHostStep -Step " + id + " -Title " + title + when(step) + " -Look "
                + PowerShellScripts.look(guard) + " -Act {\n" + PowerShellSteps.of(id, step, script.act()) + "\n}"
                + back;
    }

    private static String when(HostStep step) {
        String stopped = step.isWhileStopped() ? " -Stopped" : "";
        if (step.startsEngine()) {
            return stopped + (step.isWhileStopped() ? " -Starts" : " -Stops -Starts");
        }
        return stopped + (step.stopsEngine() ? " -Stops" : "");
    }
}
