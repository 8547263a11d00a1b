package keyturn.run;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.Undo;
import keyturn.script.Act;
import keyturn.script.Scripts;

/** The way back as T-SQL, rendered by the same hand as the plan: the last step's undo first. */
final class BackOut {

    private BackOut() {}

    static String of(Plan plan, String runId) {
        StringBuilder text =
                new StringBuilder("-- Keyturn " + runId + ": the way back, written before the first step.\n"
                        + "-- Of these, run what undoes steps that the journal shows as started, from the top.\n");
        List<Step> steps = new ArrayList<>(plan.steps());
        for (Step step : steps.reversed()) {
            text.append("\n-- Step ").append(step.id()).append(": ");
            text.append(OneLine.shown(step.about().title().text())).append('\n');
            text.append(undo(step.about().undo()));
        }
        return text.toString();
    }

    private static String undo(Undo undo) {
        return switch (undo) {
            case Undo.None none ->
                "-- Nothing to undo: " + OneLine.shown(none.because().text()) + "\n";
            case Undo.ByHand hand -> "-- By hand: " + OneLine.shown(hand.how().text()) + "\n";
            case Undo.BySteps by -> {
                StringBuilder acts = new StringBuilder();
                for (Step step : by.steps()) {
                    acts.append(text(Scripts.render(step).act())).append("\nGO\n");
                }
                yield acts.toString();
            }
        };
    }

    private static String text(Act act) {
        return switch (act) {
            case Act.SqlBatch batch -> batch.text().masked();
        };
    }
}
