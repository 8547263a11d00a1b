package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.run.SentAct;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

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

    private static List<String> told(ShownWindow shown) {
        shown.settle();
        return shown.find("true-now").lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .filter(label -> !label.getStyleClass().contains("banner-word"))
                .map(Labeled::getText)
                .toList();
    }
}
