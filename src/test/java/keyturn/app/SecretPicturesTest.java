package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextField;
import keyturn.tools.Picture;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: a secret that expires, its roll, and the removal of an old one, on real ranges. */
@Tag("pictures")
final class SecretPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void secretsAreDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, "secret-expiring")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("inspect-page");
            window.picture("12-secret-home-" + suffix);
            window.press("turn-to-roll-secret");
            window.picture("12-roll-choose-" + suffix);
            window.press("roll-credential-1");
            window.type("roll-left-2", "another application");
            window.press("roll-typed");
            window.on(() -> {
                ((TextField) window.scene().lookup("#roll-secret"))
                        .replaceText(0, 0, "11111111-0000-4000-8000-000000000001");
                return true;
            });
            window.picture("12-roll-typed-" + suffix);
            window.toTheEnd("roll-page");
            window.picture("12-roll-end-" + suffix);
            window.press("roll-by-directory");
            window.press("next");
            window.picture("12-roll-preflight-" + suffix);
        }
        try (VaultWindow walk = new VaultWindow(folder.resolve("removal"), "secret-rolled")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("inspect-page");
            window.press("turn-to-remove-secret");
            window.press("credential-1");
            window.press("credential-2");
            window.press("holds-newest");
            window.type("other-users", "none");
            window.picture("12-remove-choose-" + suffix);
            window.press("next");
            window.picture("12-remove-preflight-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("12-remove-preflight-" + suffix)));
    }
}
