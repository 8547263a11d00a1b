package keyturn.ui.parts.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import keyturn.plan.step.StepId;
import keyturn.ui.Toolkit;
import org.junit.jupiter.api.Test;

/** A row that is used again for another line. */
final class ScriptCellTest {

    private static final StepId STEP = new StepId(1);
    private static final String NAME = "מפתח ההצפנה של מסד";

    @Test
    void aLongNameOfRightToLeftLettersAfterAShortLineIsLaidOut() throws Exception {
        List<Double> widths = Toolkit.on(() -> {
            ScriptCell cell = new ScriptCell(new ReadOnlyObjectWrapper<>(List.of()));
            Pane pane = new Pane(cell);
            new Scene(pane);
            return IntStream.rangeClosed(1, NAME.length())
                    .mapToDouble(round -> {
                        laidOut(cell, "x".repeat(1 + round % 5));
                        return laidOut(cell, NAME + round);
                    })
                    .boxed()
                    .toList();
        });
        assertTrue(widths.stream().allMatch(width -> width > 100), widths.toString());
    }

    /** Asks for the bounds before the layout, as a scene does between two pulses. */
    private static double laidOut(ScriptCell cell, String text) {
        var line = new ScriptLine(STEP, ScriptLine.Kind.CODE, text, List.of());
        cell.updateItem(ScriptRow.of(List.of(line), 200).getFirst(), false);
        cell.getParent().applyCss();
        double before = widest(cell);
        cell.resize(400, 20);
        cell.layout();
        return Math.min(before, widest(cell));
    }

    private static double widest(ScriptCell cell) {
        return cell.lookupAll(".code").stream()
                .mapToDouble(piece -> piece.getBoundsInParent().getWidth())
                .max()
                .orElse(0);
    }
}
