package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.run.SentAct;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the run page says of the server while a step is under way. */
final class TrueNowTest {

    private static final int CHANGE = 5;

    @Test
    void aChangeThatWasSentIsUnknownUntilItsAnswer() throws Exception {
        Map<Integer, List<String>> said = new HashMap<>();
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                world.whileSent(step -> said.put(step.id().number(), told(shown)));
                shown.pressAll("practice", "next", "next", "next", "approve");
            }
            return true;
        });
        String nothing = Message.of("ui.run.true.nothing").text();
        String unknown = Message.of("run.sent.unknown", CHANGE, "20:00:00").text();
        assertEquals(List.of(nothing), said.get(CHANGE - 1), "a test was sent, no change");
        assertEquals(List.of(unknown + " " + SentAct.doNotRestart().text()), said.get(CHANGE));
        assertEquals(1, said.getOrDefault(CHANGE + 2, List.of()).size(), "the answer has come");
    }

    @Test
    void atTheEndOfAnUpgradeItIsPendingRestartAndWhetherARestartWouldSucceedIsSaid() throws Exception {
        List<String> said = new ArrayList<>();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve");
                said.addAll(told(shown));
            }
            return true;
        });
        String unknown = Message.of("plan.forecast.headline.uncertain").text();
        assertTrue(said.getLast().startsWith("PENDING RESTART"), said.toString());
        assertTrue(said.getLast().endsWith(unknown), said.toString());
    }

    @Test
    void whatTheLookAfterALostAnswerSawIsNotCalledUnknown(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "drop-after@alter-provider:1")) {
            window.approve();
            window.await("failure");
            assertTrue(window.text("true-now").contains(SentAct.doNotRestart().text()), window.text("true-now"));
            window.press("undo");
            window.await("preview-page");
            window.press("back");
            window.await("ways-on");
            assertFalse(window.text("true-now").contains(SentAct.doNotRestart().text()), window.text("true-now"));
            assertTrue(window.text("true-now").contains("15.0.2000.440"), window.text("true-now"));
        }
    }

    private static List<String> told(ShownWindow shown) {
        shown.settle();
        return shown.find("true-now").lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .filter(label -> !label.getStyleClass().contains("banner-word"))
                .map(Labeled::getText)
                .toList();
    }
}
