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

/** Pages of a rotation that makes its key, on ranges with all their doors: the way, the wait for an operator, the stops. */
@Tag("pictures")
final class RotationInWindowPicturesTest {

    private static final String KEY = "made-in-window";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void theyAreDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder.resolve("hostile"), "hostile")) {
            walk.window.look(theme, width, height);
            through(walk, "12-hostile-", suffix);
        }
        try (VaultWindow walk = new VaultWindow(folder.resolve("operator"), "healthy")) {
            walk.window.look(theme, width, height);
            walk.outside.allow(VaultWindow.VAULT, "get", "list", "wrapKey", "unwrapKey");
            walk.toMaking(KEY);
            walk.window.awaitEnabled("next", () -> {});
            walk.window.picture("12-operator-choose-" + suffix);
            walk.toThePreview();
            walk.window.picture("12-operator-preview-" + suffix);
            walk.window.press("approve");
            walk.window.await("awaited");
            walk.window.picture("12-operator-waits-" + suffix);
            walk.makes(KEY);
            walk.window.press("next");
            walk.window.awaitText("evidence-path", "evidence.json");
            walk.window.picture("12-operator-verify-" + suffix);
        }
        stops("secret-expired", theme, width, height, suffix);
        stops("old-version-disabled", theme, width, height, suffix);
        assertTrue(Files.exists(Picture.FOLDER.resolve("12-secret-expired-stopped-" + suffix)));
    }

    private static void through(VaultWindow walk, String name, String suffix) throws Exception {
        LiveWindow window = walk.window;
        walk.toMaking(KEY);
        window.awaitEnabled("next", () -> {});
        window.picture(name + "choose-" + suffix);
        window.press("next");
        window.await("preflight-page");
        window.picture(name + "preflight-" + suffix);
        window.press("next");
        window.await("preview-page");
        window.picture(name + "preview-" + suffix);
        window.press("approve");
        window.awaitEnabled("next", () -> {});
        window.picture(name + "run-" + suffix);
        window.press("next");
        window.awaitText("evidence-path", "evidence.json");
        window.picture(name + "verify-" + suffix);
    }

    private void stops(String scenario, Appearance.Choice theme, int width, int height, String suffix)
            throws Exception {
        try (VaultWindow walk = new VaultWindow(folder.resolve(scenario), scenario)) {
            walk.window.look(theme, width, height);
            walk.toMaking(KEY);
            walk.toThePreview();
            walk.window.press("approve");
            walk.window.await("failure");
            walk.window.picture("12-" + scenario + "-failed-" + suffix);
            walk.window.press("stop-here");
            walk.window.await("export-left");
            walk.window.picture("12-" + scenario + "-stopped-" + suffix);
        }
    }
}
