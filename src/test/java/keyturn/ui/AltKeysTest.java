package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** Alt keys after pages with the same letters have been left. */
final class AltKeysTest {

    @Test
    void aLetterOfAPageThatWasLeftDoesNotMakeAnotherDead() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("connect", "azure", "cancel", "practice", "next");
                alt(shown, KeyCode.K);
                assertTrue(shown.shows("preflight-page"), "Check");
                alt(shown, KeyCode.W);
                assertTrue(shown.shows("preview-page"), "Preview");
            }
            return true;
        });
    }

    @Test
    void aTabIsChosenByItsLetter() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next");
                alt(shown, KeyCode.S);
                assertTrue(((ToggleButton) shown.find("tab-powershell")).isSelected());
            }
            return true;
        });
    }

    @Test
    void escapeClosesHelp() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                for (List<String> way : List.of(List.<String>of(), List.of("practice"))) {
                    way.forEach(shown::press);
                    send(shown, KeyCode.F1, false);
                    assertTrue(shown.shows("help-text"), way.toString());
                    send(shown, KeyCode.ESCAPE, false);
                    assertEquals(false, shown.shows("help-text"));
                }
            }
            return true;
        });
    }

    private static void alt(ShownWindow shown, KeyCode letter) {
        send(shown, letter, true);
    }

    private static void send(ShownWindow shown, KeyCode key, boolean alt) {
        Node owner = shown.scene().getFocusOwner();
        Event.fireEvent(
                owner == null || owner.getScene() == null ? shown.scene() : owner,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getChar(), key, false, false, alt, false));
        shown.settle();
    }
}
