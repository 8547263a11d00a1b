package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** What single keys do on every page. */
final class KeysInWindowTest {

    @Test
    void escapeClosesTheHelp() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                type(shown, KeyCode.F1);
                assertTrue(shown.shows("help-text"));
                type(shown, KeyCode.ESCAPE);
                assertFalse(shown.shows("help-text"));
            }
            return true;
        });
    }

    private static void type(ShownWindow shown, KeyCode key) {
        Event.fireEvent(
                shown.scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        shown.settle();
    }
}
