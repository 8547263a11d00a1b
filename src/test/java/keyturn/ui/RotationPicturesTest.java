package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import keyturn.domain.Message;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: the pages of a key rotation, with a vault of values and on a real range. */
@Tag("pictures")
final class RotationPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void aRotationIsDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (DrawnWindow shown = new DrawnWindow(new HandMade().hasVault(HandMadeVault.seen()), theme, width, height)) {
            shown.press("practice");
            shown.press("turn-to-rotate-key");
            shown.picture("11-rotate-choose-" + suffix);
            shown.type("to-key-name", "tde-key-2026");
            shown.type("login", "TDE_Login");
            shown.picture("11-rotate-choose-taken-" + suffix);
            shown.type("login", "TDE_Login_2026");
            shown.type("credential-client", "9a57a2a6-0d3c-4f6b-8f0e-1f7a3a9c0001");
            shown.press("hide-preview");
            shown.picture("11-rotate-choose-hidden-" + suffix);
            shown.press("hide-preview");
            shown.select("create", 1);
            shown.picture("11-rotate-choose-make-" + suffix);
            shown.select("create", 2);
            shown.picture("11-rotate-choose-make-not-" + suffix);
            shown.select("create", 1);
            shown.type("log-backup", "E:\\Backup");
            shown.type("full-backup", "Backup");
            shown.toTheEnd("rotate-page");
            shown.picture("11-rotate-choose-backups-" + suffix);
            shown.type("full-backup", "");
            shown.type("key-backup", "keys");
            shown.select("secret-from", 3);
            shown.picture("11-rotate-choose-further-not-" + suffix);
            shown.type("key-backup", "/srv/keys");
            shown.press("hide-preview");
            shown.picture("11-rotate-choose-further-" + suffix);
            shown.press("hide-preview");
            shown.press("next");
            shown.picture("11-rotate-preflight-" + suffix);
        }
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            window.look(theme, width, height);
            window.press("practice");
            window.press("turn-to-rotate-key");
            window.type("to-key-name", "tde-key-2026");
            window.type("credential-client", window.offer("client"));
            window.press("next");
            window.press("next");
            window.await("preview-page");
            window.picture("11-rotate-preview-" + suffix);
            RotationFlowTest.secret(window, window.offer("secret"));
            window.press("approve");
            window.awaitEnabled("next", () -> {});
            window.picture("11-rotate-run-" + suffix);
            window.press("next");
            window.awaitText("evidence-path", "evidence.json");
            window.picture("11-rotate-verify-" + suffix);
            window.type("retention", "35");
            window.press("look-again");
            window.awaitText("old-key", Message.of("plan.retire.no").text());
            window.awaitText("evidence-path", "verification-1.json");
            window.picture("11-rotate-verify-again-" + suffix);
            window.press("back-up-practice");
            window.awaitText("evidence-path", "verification-2.json");
            window.picture("11-rotate-verify-done-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("11-rotate-verify-" + suffix)));
    }
}
