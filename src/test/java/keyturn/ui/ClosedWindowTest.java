package keyturn.ui;

import java.lang.ref.WeakReference;
import java.time.Duration;
import javafx.scene.Scene;
import keyturn.tools.Deadline;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** What a window held in memory is free once it is closed. */
final class ClosedWindowTest {

    @Test
    void nothingThatOutlivesItHoldsIt() throws Exception {
        WeakReference<Scene> closed = Toolkit.on(() -> new WeakReference<>(opened()));
        Toolkit.on(ClosedWindowTest::opened);
        Deadline.await("the first window is free", Duration.ofSeconds(30), () -> {
            System.gc();
            return closed.get() == null;
        });
    }

    private static Scene opened() {
        try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1024, 700)) {
            shown.press("practice");
            return shown.scene();
        }
    }
}
