package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import keyturn.tools.Picture;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: a provider that is repaired, and one that goes back to a former build, on real ranges. */
@Tag("pictures")
final class RepairPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "LIGHT, 1280, 800", "DARK, 1280, 800", "DARK, 1920, 1080"})
    void repairAndRollbackAreDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder)
            throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        drawn(folder.resolve("hand"), "replaced-by-hand", "repair", theme, width, height);
        drawn(folder.resolve("back"), "upgraded", "rollback", theme, width, height);
        assertTrue(Files.exists(Picture.FOLDER.resolve("15-rollback-preflight-" + suffix)));
    }

    private static void drawn(Path folder, String scenario, String flow, Appearance.Choice theme, int width, int height)
            throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(Files.createDirectories(folder), scenario)) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("inspect-page");
            window.picture("15-" + flow + "-home-" + suffix);
            window.press("turn-to-" + flow);
            window.picture("15-" + flow + "-choose-" + suffix);
            window.press("next");
            window.await("preflight-page");
            window.picture("15-" + flow + "-preflight-" + suffix);
        }
    }
}
