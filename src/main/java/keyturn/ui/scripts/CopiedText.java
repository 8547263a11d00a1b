package keyturn.ui.scripts;

import java.util.Optional;
import keyturn.evidence.Bundle;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.GuardedScripts;
import keyturn.script.Scripts.StepScript;
import keyturn.script.sqlcmd.SqlcmdScripts;
import keyturn.ui.wizard.Draft.Rendered;

/** The text that is copied: of all steps, or of one. Secrets are placeholders in each of them. */
final class CopiedText {

    private CopiedText() {}

    static String all(Rendered plan, CopyForm form) {
        return switch (form) {
            case TSQL -> SavedScript.of(plan, ScriptTab.TSQL);
            case POWERSHELL -> SavedScript.of(plan, ScriptTab.POWERSHELL);
            case SQLCMD -> new SqlcmdScripts(plan.plan(), plan.scripts()).forward();
            case MARKDOWN -> Bundle.changeText(plan.plan(), plan.scripts());
        };
    }

    /** Whether {@link #step} gives anything. */
    static boolean has(Rendered plan, StepId id, CopyForm form) {
        return switch (form) {
            case TSQL, POWERSHELL, MARKDOWN -> true;
            case SQLCMD ->
                script(plan, id).filter(script -> script.act().isSql()).isPresent();
        };
    }

    /** Empty where the step has no such form: what is not sent to SQL Server has no file for sqlcmd. */
    static Optional<String> step(Rendered plan, StepId id, CopyForm form) {
        return script(plan, id).flatMap(script -> switch (form) {
            case TSQL -> Optional.of(script.act().shownAsTSql());
            case POWERSHELL -> Optional.of(script.powershell());
            case SQLCMD -> script.act().isSql() ? Optional.of(sqlcmd(plan, id)) : Optional.empty();
            case MARKDOWN -> Optional.of(Bundle.stepText(script));
        });
    }

    private static Optional<StepScript> script(Rendered plan, StepId id) {
        return plan.scripts().steps().stream()
                .filter(script -> script.id().equals(id))
                .findFirst();
    }

    private static String sqlcmd(Rendered plan, StepId id) {
        int place = plan.plan().steps().stream().map(Step::id).toList().indexOf(id);
        return GuardedScripts.sqlcmdStep(plan.plan(), plan.scripts(), place);
    }
}
