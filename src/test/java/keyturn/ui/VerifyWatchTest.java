package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The verdict that waits for a restart, on a server that is not the window's own. */
final class VerifyWatchTest {

    @Test
    void aServerOfOnesOwnIsRestartedByAButtonAnotherOneIsWatched() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                List.of("practice", "next", "next", "next", "approve", "next").forEach(shown::press);
                assertTrue(shown.find("restart-practice").isVisible());
                assertTrue(!shown.find("watch-restart").isVisible());
            }
            try (ShownWindow shown = new ShownWindow(new HandMade().hasHistory(), Choice.LIGHT, 1280, 800)) {
                shown.press("flow-upgrade");
                ((TextField) shown.find("server")).setText("SQLPROD07\\FIN");
                List.of("next", "next", "next", "next", "approve", "next").forEach(shown::press);
                assertTrue(!shown.find("restart-practice").isVisible());
                ToggleButton watch = (ToggleButton) shown.find("watch-restart");
                assertTrue(watch.isVisible());
                watch.fire();
                assertEquals(Message.of("ui.verify.watch.begun").text(), ((Labeled) shown.find("watched")).getText());
            }
            return true;
        });
    }
}
