package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** Alt keys after pages with the same letters have been left. */
final class AltKeysTest {

    @Test
    void aLetterOfAPageThatWasLeftDoesNotMakeAnotherDead() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("connect", "azure", "cancel", "practice", "next");
                Keys.alt(shown, KeyCode.K);
                assertTrue(shown.shows("preflight-page"), "Check");
                Keys.alt(shown, KeyCode.W);
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
                Keys.alt(shown, KeyCode.S);
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
                    Keys.push(shown, KeyCode.F1);
                    assertTrue(shown.shows("help-text"), way.toString());
                    Keys.push(shown, KeyCode.ESCAPE);
                    assertEquals(false, shown.shows("help-text"));
                }
            }
            return true;
        });
    }
}
