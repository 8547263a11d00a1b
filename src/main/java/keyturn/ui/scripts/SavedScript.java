package keyturn.ui.scripts;

import java.util.stream.Collectors;
import keyturn.script.Act;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.ui.parts.Language;

/** All steps as one file that other programs can run. */
final class SavedScript {

    private SavedScript() {}

    /** T-SQL parts its batches by GO, as the client programs have it; PowerShell brings the function that its steps call. */
    static String of(Scripts scripts, Language language) {
        return switch (language) {
            case TSQL ->
                scripts.steps().stream().map(SavedScript::batch).collect(Collectors.joining("\nGO\n", "", "\nGO\n"));
            case POWERSHELL ->
                scripts.steps().stream()
                        .map(StepScript::powershell)
                        .collect(Collectors.joining("\n\n", Scripts.powershellHead() + "\n\n", "\n"));
        };
    }

    static String nameOf(Language language) {
        return switch (language) {
            case TSQL -> "keyturn-plan.sql";
            case POWERSHELL -> "keyturn-plan.ps1";
        };
    }

    private static String batch(StepScript step) {
        return switch (step.act()) {
            case Act.SqlBatch batch -> batch.text().masked();
        };
    }
}
