package keyturn.ui.scripts;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.script.Scripts.StepScript;
import keyturn.ui.wizard.Draft.Rendered;

/** All steps as one file that other programs can run. */
final class SavedScript {

    private SavedScript() {}

    /** T-SQL parts its batches by GO, as the client programs have it; PowerShell brings the function that its steps call. */
    static String of(Rendered plan, ScriptTab tab) {
        return switch (tab) {
            case TSQL ->
                batches(plan.scripts().steps().stream().map(SavedScript::batch).toList());
            case BACK_OUT -> batches(BackOutText.acts(plan.scripts()));
            case POWERSHELL ->
                plan.scripts().steps().stream()
                        .map(StepScript::powershell)
                        .collect(Collectors.joining("\n\n", plan.scripts().head() + "\n\n", "\n"));
        };
    }

    static String nameOf(ScriptTab tab) {
        return switch (tab) {
            case BACK_OUT -> "keyturn-backout.sql";
            case TSQL -> "keyturn-plan.sql";
            case POWERSHELL -> "keyturn-plan.ps1";
        };
    }

    private static String batches(List<String> acts) {
        return acts.stream().collect(Collectors.joining("\nGO\n", "", "\nGO\n"));
    }

    private static String batch(StepScript step) {
        return step.act().shownAsTSql();
    }
}
