package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Why;
import keyturn.run.SentAct;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws a run under way, its verdict and the page of runs, for people to look at. */
@Tag("pictures")
final class RunPicturesTest {

    private static final int CHANGE = 5;

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1024, 700",
        "DARK, 1024, 700",
        "LIGHT, 1280, 800",
        "DARK, 1280, 800",
        "LIGHT, 1920, 1080",
        "DARK, 1920, 1080"
    })
    void aRunItsVerdictAndAllRuns(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Toolkit.on(() -> draw(theme, width, height, suffix));
        assertTrue(Files.exists(Picture.FOLDER.resolve("run-now-" + suffix)));
    }

    private static boolean draw(Appearance.Choice theme, int width, int height, String suffix) {
        HandMade running = new HandMade();
        try (ShownWindow shown = new ShownWindow(running, theme, width, height)) {
            running.whileSent(step -> {
                if (step.id().number() == CHANGE + 2) {
                    picture(shown, "run-now-" + suffix);
                    shown.askToClose();
                    picture(shown, "run-closing-" + suffix);
                }
            });
            shown.pressAll("practice", "next", "next", "next", "approve");
            picture(shown, "run-ended-" + suffix);
            shown.press("next");
            picture(shown, "verdict-pending-" + suffix);
            shown.press("restart-practice");
            picture(shown, "verdict-done-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().failsAt(CHANGE + 3), theme, width, height)) {
            shown.pressAll("practice", "next", "next", "next", "approve");
            picture(shown, "run-stopped-" + suffix);
        }
        HandMade filed = new HandMade().hasHistory();
        filed.filed()
                .hold(List.of(
                        HandMadeList.RUNNING,
                        HandMadeList.interrupted(
                                Optional.of(new SentAct(HandMade.plan().steps().get(CHANGE - 1), HandMade.NOW))),
                        HandMadeList.early("20261124-180200-SQLTEST03", "SQLTEST03", Why.STOPPED, Optional.empty()),
                        HandMadeList.PENDING,
                        HandMadeList.CONFIRMED,
                        HandMadeList.DAMAGED));
        Early theirs = HandMadeList.early("20261124-160000-SQLTEST05", "SQLTEST05", Why.INTERRUPTED, Optional.empty());
        filed.filed().holdElsewhere(theirs);
        filed.savesTo(theirs.folder());
        try (ShownWindow shown = new ShownWindow(filed, theme, width, height)) {
            shown.press("runs");
            shown.press("open-run");
            picture(shown, "runs-" + suffix);
        }
        return true;
    }

    private static void picture(ShownWindow shown, String name) {
        shown.settle();
        Path file = Picture.FOLDER.resolve(name);
        Picture.save(shown.scene(), file);
    }
}
