package keyturn.ui.scripts;

import java.util.ArrayList;
import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.script.Scripts;
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

    static List<ScriptLine> of(Plan plan) {
        ScriptLines lines = new ScriptLines();
        boolean first = true;
        for (Step step : changing(plan)) {
            if (!first) {
                lines.note(step.id(), "");
            }
            first = false;
            add(lines, step);
        }
        return lines.list();
    }

    /** Its acts, in order. */
    static List<String> acts(Plan plan) {
        return changing(plan).stream()
                .flatMap(step -> undoing(step).stream())
                .map(BackOutText::act)
                .toList();
    }

    private static void add(ScriptLines lines, Step step) {
        lines.heading(
                step.id(),
                Words.of(
                        "preview.backout.heading",
                        step.id(),
                        step.about().title().text()));
        switch (step.about().undo()) {
            case Undo.BySteps by -> by.steps().forEach(undo -> lines.code(step.id(), act(undo), Language.TSQL));
            case Undo.ByHand hand ->
                lines.note(
                        step.id(), Words.of("preview.backout.hand", hand.how().text()));
            case Undo.None none ->
                lines.note(
                        step.id(),
                        Words.of("preview.backout.none", none.because().text()));
        }
    }

    /** What only reads needs no way back. */
    private static List<Step> changing(Plan plan) {
        return new ArrayList<>(plan.steps())
                .reversed().stream()
                        .filter(step -> step.about().risk() != Step.Risk.READS)
                        .toList();
    }

    private static List<Step> undoing(Step step) {
        return switch (step.about().undo()) {
            case Undo.BySteps by -> by.steps();
            case Undo.ByHand hand -> List.of();
            case Undo.None none -> List.of();
        };
    }

    private static String act(Step undo) {
        return Scripts.render(undo).act().shownAsTSql();
    }
}
