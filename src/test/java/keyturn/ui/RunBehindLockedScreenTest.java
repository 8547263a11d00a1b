package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A locked screen, a closed remote session: nothing is drawn and nobody can answer, and a run goes on; where it needs somebody, it calls. */
final class RunBehindLockedScreenTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aRunGoesOnWhileNothingIsDrawn() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            window.press("practice");
            for (int page = 0; page < 3; page++) {
                window.press("next");
            }
            window.awaitEnabled("approve", () -> {});
            CountDownLatch drawnAgain = new CountDownLatch(1);
            window.press("approve");
            Platform.runLater(() -> waitFor(drawnAgain));
            // The last step tests the databases after the change: it comes when everything before it has been done.
            Deadline.await("the change is made", LIMIT, () -> window.acts("ENABLE") > 0);
            Deadline.await("and tested", LIMIT, () -> window.acts("BACKUP LOG") >= 6);
            assertEquals(1, drawnAgain.getCount(), "nothing was drawn meanwhile");
            drawnAgain.countDown();
            window.awaitEnabled("next", () -> {});
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS), "the run stood still while nothing was drawn");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunThatNeedsADecisionCallsByTheTitleOfItsWindow() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "bad-signature@alter-provider:1")) {
            Stage stage = (Stage) window.scene().getWindow();
            String product = window.on(stage::getTitle);
            window.approve();
            window.await("failure");
            String calling = window.on(stage::getTitle);
            window.press("stop-here");
            window.awaitEnabled("export-left", () -> {});
            window.press("leave");
            window.await("inspect-page");
            String usual = window.on(stage::getTitle);
            assertTrue(usual.endsWith(" – " + product), "the server stands before the product: " + usual);
            assertTrue(calling.endsWith(" – " + usual), "the reason stands before the server: " + calling);
        }
    }
}
