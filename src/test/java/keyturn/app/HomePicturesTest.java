package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.Picture;
import keyturn.tools.RealDoors;
import keyturn.ui.Behind;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The home of a server in some worlds of the range, for people to look at: its overview and its places. */
@Tag("pictures")
final class HomePicturesTest {

    /** The program's own list of worlds. */
    private static Behind gallery(Range range) {
        return new Behind(new SqlConnector("test"), RealDoors.all((code, page, until) -> {}), new PracticeWorlds());
    }

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "healthy, LIGHT, 1280, 800",
        "healthy, DARK, 1280, 800",
        "healthy, LIGHT, 1024, 700",
        "healthy, DARK, 1920, 1080",
        "key-gone, LIGHT, 1280, 800",
        "secret-expired, DARK, 1280, 800",
        "vault-lost, LIGHT, 1280, 800",
        "ag3, LIGHT, 1024, 700"
    })
    void theHomeIsDrawn(String scenario, Appearance.Choice theme, int width, int height) throws Exception {
        String name = "home-" + scenario + "-%s-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (VaultWindow walk = new VaultWindow(folder, scenario)) {
            walk.window.look(theme, width, height);
            walk.window.press("practice");
            walk.window.await("forecast-inspect");
            walk.window.picture(name.formatted("overview"));
            walk.window.press("forecast-why");
            walk.window.picture(name.formatted("why"));
            for (String place : List.of("databases", "keys", "host", "checks", "runs")) {
                walk.window.press("place-" + place);
                walk.window.picture(name.formatted(place));
            }
            assertTrue(Files.exists(Picture.FOLDER.resolve(name.formatted("overview"))));
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1024, 700", "DARK, 1920, 1080"})
    void theGalleryIsDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (LiveWindow window =
                new LiveWindow(folder, Range.start(RangeOptions.of("healthy")), HomePicturesTest::gallery)) {
            window.look(theme, width, height);
            window.picture("start-" + suffix);
            window.press("choose-scenario");
            window.picture("start-gallery-" + suffix);
            window.type("scenario-find", "restart fail");
            window.picture("start-gallery-found-" + suffix);
            assertTrue(window.shows("scenario-wrong-tenant"));
        }
    }
}
