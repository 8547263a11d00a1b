package keyturn.ui.scripts;

import java.util.List;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.StepWords;
import keyturn.plan.words.UndoWords;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptLines;

/**
 * The way back as it is planned, in lines: what undoes each step that changes something, the last step's first. The acts are
 * those of the script room, as they go into the run's folder before the first step.
 */
final class BackOutText {

    private BackOutText() {}

    static List<ScriptLine> of(Scripts scripts) {
        ScriptLines lines = new ScriptLines();
        boolean first = true;
        for (StepScript script : changing(scripts)) {
            if (!first) {
                lines.note(script.id(), "");
            }
            first = false;
            add(lines, script);
        }
        return lines.list();
    }

    /** Its acts, in order. */
    static List<String> acts(Scripts scripts) {
        return changing(scripts).stream()
                .flatMap(script -> script.undo().stream())
                .map(undo -> undo.act().shownAsTSql())
                .toList();
    }

    private static void add(ScriptLines lines, StepScript script) {
        Step step = script.step();
        lines.heading(step.id(), Words.of("preview.backout.heading", step.id(), StepWords.title(step)));
        switch (Conduct.of(step).undo()) {
            case Undo.BySteps by ->
                script.undo().forEach(undo -> lines.code(step.id(), undo.act().shownAsTSql(), Language.TSQL));
            case Undo.ByHand hand ->
                lines.note(
                        step.id(),
                        Words.of("preview.backout.hand", UndoWords.of(hand).text()));
            case Undo.None none ->
                lines.note(
                        step.id(),
                        Words.of("preview.backout.none", UndoWords.of(none).text()));
        }
    }

    /** What only reads needs no way back. */
    private static List<StepScript> changing(Scripts scripts) {
        return scripts.steps().reversed().stream()
                .filter(script -> Conduct.of(script.step()).risk() != Conduct.Risk.READS)
                .toList();
    }
}
