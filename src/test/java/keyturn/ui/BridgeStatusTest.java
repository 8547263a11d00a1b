package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import keyturn.domain.Message;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.SentAct;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** What is copied for the bridge call while a change is under way. */
final class BridgeStatusTest {

    private static final int CHANGE = 5;

    @Test
    void itSaysWhereWhichStepSinceWhenWhatIsKnownAndWhatIsNext() throws Exception {
        List<String> copied = new ArrayList<>();
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                world.whileSent(step -> {
                    if (step.id().number() == CHANGE) {
                        shown.press("copy-status");
                        copied.add(Clipboard.getSystemClipboard().getString());
                    }
                });
                shown.pressAll("practice", "next", "next", "next", "approve");
            }
            return true;
        });
        List<Step> steps = HandMade.plan().steps();
        Step next = steps.get(CHANGE);
        assertEquals(1, copied.size());
        List<String> lines = copied.getFirst().lines().toList();
        assertTrue(lines.get(0).contains("PRACTICE01\\RANGE"), lines.get(0));
        assertTrue(
                lines.get(1)
                        .startsWith(Message.of("ui.run.title.step", CHANGE, steps.size())
                                .text()),
                lines.get(1));
        assertEquals(Message.of("ui.run.status.since", "20:00:00").text(), lines.get(2));
        assertTrue(lines.get(3).contains(SentAct.doNotRestart().text()), lines.get(3));
        assertTrue(
                lines.contains(Message.of("ui.run.status.next", next.id(), StepWords.title(next))
                        .text()),
                copied.getFirst());
    }
}
