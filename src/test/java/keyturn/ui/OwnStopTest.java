package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.parts.Banner;
import org.junit.jupiter.api.Test;

/** Who stops a run is told so, and not that something went wrong. */
final class OwnStopTest {

    @Test
    void aStopThatSomebodyAskedForIsNoError() throws Exception {
        Toolkit.on(() -> {
            var window = new AtomicReference<ShownWindow>();
            HandMade world = new HandMade().whileSent(step -> window.get().press("stop"));
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                window.set(shown);
                shown.pressAll("practice", "next", "next", "next", "approve");
                assertTrue(shown.texts("stopped")
                        .contains(Message.of("ui.run.asked").text()));
                assertFalse(shown.find("stopped").lookupAll(".banner.info").isEmpty());
                assertTrue(shown.find("run").lookupAll(".banner").stream()
                        .flatMap(banner -> Banner.code(banner).stream())
                        .noneMatch("run.stopped"::equals));
                assertTrue(shown.shows("retry"), "it can be resumed");
            }
            return true;
        });
    }
}
