package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade by a stop from the home of a server to its verdict, with what is in sight while SQL Server is stopped and starts. */
@Tag("pictures")
final class StopLaneRunPicturesTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "DARK, 1280, 800"})
    void theRunIsDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, "old-1040")) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            window.press("practice");
            window.press("place-host");
            window.picture("21-host-" + suffix);
            window.toTheEnd("home-host");
            window.picture("21-host-end-" + suffix);
            window.press("place-overview");
            window.press("turn-to-upgrade");
            window.press("lane-stop");
            window.type("msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi");
            window.type("build", "15.0.2000.440");
            window.picture("21-choose-" + suffix);
            window.press("next");
            window.await("preflight-page");
            window.picture("21-preflight-" + suffix);
            window.press("next");
            window.await("preview-page");
            window.picture("21-preview-" + suffix);
            window.type(
                    "confirm-server", walk.range.server().instance().identity().serverName());
            window.picture("21-armed-" + suffix);
            walk.range.setFault("slow-stop=3");
            walk.range.setFault("hold-response@host:6");
            window.press("approve");
            Deadline.await("a step is held while SQL Server is stopped", LIMIT, () -> walk.range.held() > 0);
            window.picture("21-stopped-" + suffix);
            walk.range.clearFault("hold-response");
            walk.range.release();
            window.await("startup");
            window.picture("21-starts-" + suffix);
            window.awaitEnabled("next", () -> {});
            window.picture("21-ran-" + suffix);
            window.press("tab-server-log");
            window.picture("21-log-" + suffix);
            window.press("next");
            window.awaitEnabled("evidence-open", () -> {});
            window.picture("21-verdict-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("21-verdict-" + suffix)));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1024, 700", "DARK, 1280, 800"})
    void aServerThatARunLeftStoppedIsDrawn(Appearance.Choice theme, int width, int height, @TempDir Path folder)
            throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, "healthy", StopLaneInWindowTest.dyingOnce("merge-registry"))) {
            LiveWindow window = walk.window;
            window.look(theme, width, height);
            StopLaneInWindowTest.toThePreview(window);
            window.press("approve");
            window.awaitEnabled("leave", () -> {});
            window.picture("21-failed-" + suffix);
            window.press("leave");
            window.picture("21-left-" + suffix);
            window.press("cancel");
            window.await("start");
            window.await("runs-to-see");
            window.picture("21-start-" + suffix);
            window.press("resume-" + window.run().getFileName());
            window.await("stopped-server");
            window.picture("21-stopped-server-" + suffix);
            window.press("take-back-stop");
            window.await("ways-on");
            window.picture("21-taken-back-" + suffix);
        }
        assertTrue(Files.exists(Picture.FOLDER.resolve("21-taken-back-" + suffix)));
    }
}
