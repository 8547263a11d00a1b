package keyturn.ui.scripts;

import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptLines;

/** The rendered scripts in lines: a heading for each step, then its text, untouched. PowerShell says the title itself. */
public final class ScriptText {

    private ScriptText() {}

    public static List<ScriptLine> of(Plan plan, Scripts scripts, Language language) {
        ScriptLines lines = new ScriptLines();
        List<Step> steps = plan.steps();
        for (int index = 0; index < scripts.steps().size(); index++) {
            StepScript script = scripts.steps().get(index);
            if (index > 0) {
                lines.note(script.id(), "");
            }
            if (language == Language.TSQL) {
                String title = StepWords.title(steps.get(index));
                lines.heading(script.id(), Words.of("preview.heading", script.id(), title));
            }
            lines.code(script.id(), text(script, language), language);
        }
        return lines.list();
    }

    private static String text(StepScript script, Language language) {
        return switch (language) {
            case TSQL -> script.act().shownAsTSql();
            case POWERSHELL -> script.powershell();
        };
    }
}
