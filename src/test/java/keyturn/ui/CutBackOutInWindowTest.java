package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import keyturn.domain.Message;
import keyturn.run.journal.RunFiles;
import keyturn.script.json.PlanFile;
import keyturn.tools.CutBackOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-out that was approved and cut before its first step: the window asks which way. */
final class CutBackOutInWindowTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void itIsDroppedFromTheRunsCardAndThePlanGoesOn() throws Exception {
        try (LiveWindow window = atHomeAfterTheCut()) {
            window.awaitText(card(window), Message.of("evidence.runs.eitherWay").text());
            window.press("go-forward-" + id(window));
            window.await("ways-on");
            assertFalse(window.shows("go-forward"), "it is dropped");
            window.press("retry");
            window.press("next");
            window.await("verify-page");
            assertEquals(1, window.acts("FROM FILE"), "sent before the answer was lost, and not again");
            assertTrue(window.registered().contains("15.0.2000.440"), window.registered());
        }
    }

    @Test
    void itGoesOnWhereTheRunPageShowsBothWays() throws Exception {
        try (LiveWindow window = atHomeAfterTheCut()) {
            window.press("go-back-" + id(window));
            window.await("go-forward");
            assertEquals(1, window.acts("FROM FILE"), "nothing runs before somebody says which way");
            window.press("retry");
            window.press("next");
            window.await("verify-page");
            assertFalse(window.registered().contains("15.0.2000.440"), window.registered());
        }
    }

    private LiveWindow atHomeAfterTheCut() throws Exception {
        LiveWindow window = new LiveWindow(folder, "healthy", "drop-after@alter-provider:1");
        window.approve();
        window.press("undo");
        window.await("preview-page");
        CutBackOut.in(
                window.run(), PlanFile.read(RunFiles.backOut(window.run(), 1)).digest());
        window.press("cancel");
        window.await("home");
        window.press("cancel");
        window.await(card(window));
        return window;
    }

    private static String card(LiveWindow window) throws Exception {
        return "card-" + id(window);
    }

    private static String id(LiveWindow window) throws Exception {
        return String.valueOf(window.run().getFileName());
    }
}
