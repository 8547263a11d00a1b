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

/** As {@link PicturesTest}: a key that was dropped, found again by its thumbprint, and a new server, on real ranges. */
@Tag("pictures")
final class RegisterPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "LIGHT, 1280, 800", "DARK, 1280, 800", "DARK, 1920, 1080"})
    void registrationAndSetUpAreDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder)
            throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, "key-dropped")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("inspect-page");
            window.picture("13-register-home-" + suffix);
            window.press("turn-to-register-key");
            window.picture("13-register-empty-" + suffix);
            window.type("register-thumbprint", "0x240186F2E453AE686BE0B5B68479B9A6978E2E44");
            window.press("register-open-1");
            window.picture("13-register-choose-" + suffix);
            window.toTheEnd("register-key-page");
            window.picture("13-register-end-" + suffix);
            window.press("next");
            window.await("preflight-page");
            window.picture("13-register-preflight-" + suffix);
            window.press("next");
            window.await("preview-page");
            window.picture("13-register-preview-" + suffix);
        }
        try (VaultWindow walk = new VaultWindow(folder.resolve("new"), "new-server")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.await("inspect-page");
            window.picture("14-setup-home-" + suffix);
            window.press("turn-to-enable-ekm");
            window.type("ekm-vault-key", "tde-key-2026");
            window.picture("14-setup-choose-" + suffix);
            window.toTheEnd("enable-ekm-page");
            window.picture("14-setup-end-" + suffix);
            window.press("next");
            window.await("preflight-page");
            window.picture("14-setup-preflight-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("13-register-preview-" + suffix)));
    }
}
