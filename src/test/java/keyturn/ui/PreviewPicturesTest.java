package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Locale;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link PicturesTest}: the preview of an upgrade, of a small rotation and of one of ten thousand databases. */
@Tag("pictures")
final class PreviewPicturesTest {

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1024, 700",
        "DARK, 1024, 700",
        "LIGHT, 1280, 800",
        "DARK, 1280, 800",
        "LIGHT, 1920, 1080",
        "DARK, 1920, 1080"
    })
    void previewsAreDrawn(Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        draw(() -> PreviewOf.upgrade(theme, width, height), "preview-upgrade-" + suffix);
        draw(() -> PreviewOf.rotation(4, theme, width, height), "preview-rotate-" + suffix);
        draw(() -> withScripts(PreviewOf.rotation(12, theme, width, height)), "preview-rotate-scripts-" + suffix);
        assertTrue(Files.exists(Picture.FOLDER.resolve("preview-rotate-scripts-" + suffix)));
    }

    @Test
    void aPreviewOfManyDatabasesIsDrawn() throws Exception {
        SeenRotation world = new SeenRotation().tenants(10_000);
        Inspection seen = world.inspection();
        Plan plan = world.plan();
        draw(() -> PreviewOf.plan(seen, plan, Choice.LIGHT, 1280, 800), "preview-rotate-many-light-1280.png");
        assertTrue(Files.exists(Picture.FOLDER.resolve("preview-rotate-many-light-1280.png")));
    }

    /** In a narrow window they are a drawer, which is closed at first. */
    private static ShownWindow withScripts(ShownWindow shown) {
        if (!shown.shows("script")) {
            shown.press("hide-preview");
        }
        shown.pressAll("about-more", "tab-powershell");
        return shown;
    }

    private interface Opened {
        ShownWindow window();
    }

    private static void draw(Opened opened, String name) throws Exception {
        ShownWindow shown = Toolkit.on(opened::window);
        DrawnWindow.awaitPulses();
        Toolkit.on(() -> {
            Picture.save(shown.scene(), Picture.FOLDER.resolve(name));
            shown.close();
            return true;
        });
    }
}
