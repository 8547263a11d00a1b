package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of the lane of an upgrade, and a stop up to its preview. */
@Tag("pictures")
final class StopLanePicturesTest {

    @TempDir
    private static Path folders;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1024, 700", "LIGHT, 1920, 1080"})
    void theLanesAreDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Path folder = Files.createTempDirectory(folders, "pictures");
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            window.look(theme, width, height);
            window.press("practice");
            window.press("turn-to-upgrade");
            window.picture("12-lane-" + suffix);
            window.press("lane-stop");
            window.picture("12-stop-empty-" + suffix);
            window.type("msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi");
            window.type("product", product("15.0.300.96"));
            window.type("build", "15.0.2000.440");
            window.picture("12-stop-" + suffix);
            window.press("next");
            window.picture("12-stop-preflight-" + suffix);
            window.press("next");
            window.await("preview-page");
            window.picture("12-stop-preview-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("12-stop-preview-" + suffix)));
    }

    private static String product(String version) {
        String name = "SQL Server Connector for Microsoft Azure Key Vault " + version;
        return "{"
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .toUpperCase(Locale.ROOT) + "}";
    }
}
