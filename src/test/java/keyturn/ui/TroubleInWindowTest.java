package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.Clipboard;
import keyturn.trouble.CheckName;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The page that explains errors is reached from the start page and from a server's home, and leads back there. */
final class TroubleInWindowTest {

    @Test
    void itIsReachedFromTheStartPageAndFromTheHomeOfAServer() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("explain");
                assertTrue(shown.shows("trouble-text"));
                assertTrue(shown.find("trouble-text").isFocused(), "one may paste at once");
                shown.press("question-proxy");
                assertTrue(shown.shows("answers"));
                shown.press("back");
                shown.press("practice");
                shown.press("place-checks");
                shown.press("all-checks");
                assertTrue(shown.shows("check-results"), "the checks of the server");
                assertTrue(shown.shows("check-registry"));
                shown.find("again-registry").requestFocus();
                shown.press("again-registry");
                assertTrue(shown.find("again-registry").isFocused(), "the keyboard stays where it was");
                shown.press("trouble-copy");
                String copied = Clipboard.getSystemClipboard().getString();
                assertTrue(copied.contains(CheckName.REGISTRY.title().text()), copied);
                shown.press("back");
                assertTrue(shown.shows("places"));
            }
            return true;
        });
    }
}
