package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The field for the new DLL, which can be typed into and offers what lies on the server. */
final class DllFieldTest {

    @Test
    void whatTheFieldHoldsStaysWhenThePageIsDrawnBeforeItIsFilled() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("practice");
                drawnBeforeItIsEntered((BorderPane) shown.find("page-room"));
                shown.press("next");
                String path = path(shown);
                assertTrue(path.endsWith(".dll"), path);
                shown.press("back");
                world.later();
                shown.pressAll("read-again", "next");
                assertEquals(path, path(shown), "filled anew, with its skin there already");
                shown.type("dll-path", path + "x");
                shown.pressAll("back", "next");
                assertEquals(path + "x", path(shown), "what was typed");
                assertEquals(path + "x", ((ComboBox<?>) shown.find("dll")).getValue());
            }
            return true;
        });
    }

    private static void drawnBeforeItIsEntered(BorderPane frame) {
        frame.centerProperty().addListener((center, before, now) -> {
            // What lies in a scroll pane is in the scene once the pane has its skin.
            frame.applyCss();
            frame.applyCss();
            frame.layout();
        });
    }

    private static String path(ShownWindow shown) {
        return ((TextField) shown.find("dll-path")).getText();
    }
}
