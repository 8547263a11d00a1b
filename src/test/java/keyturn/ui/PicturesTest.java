package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TextField;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Draws every page in both themes into {@code target/pictures}, for people to look at; the four main pages in three sizes of the
 * window and three scales of the screen too. Left out of the usual tests: {@code mvn test -Ppictures}.
 */
@Tag("pictures")
final class PicturesTest {

    /** High enough that nothing has to be scrolled. */
    private static final int WHOLE_PAGE = 1900;

    @TempDir
    private static Path folders;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800"})
    void everyPageIsDrawn(Appearance.Choice theme, int width, int height) throws Exception {
        draw(theme, width, height);
        String ending = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        try (Stream<Path> drawn = Files.list(Picture.FOLDER)) {
            assertTrue(drawn.filter(file -> file.toString().endsWith(ending)).count() >= 10);
        }
    }

    private static void draw(Appearance.Choice theme, int width, int height) throws Exception {
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        Toolkit.on(() -> walk(theme, width, height, suffix));
        asked(theme, width, height, suffix);
    }

    /** Where a run waits for a word, with what a server says then. */
    private static void asked(Appearance.Choice theme, int width, int height, String suffix) throws Exception {
        Map<String, String> faults = Map.of(
                "change", "bad-signature@alter-provider:1",
                "group", "drop-after@alter-provider:1",
                "test", "provider-code=3303@backup-log:5");
        for (var fault : faults.entrySet()) {
            Path folder = Files.createTempDirectory(folders, "pictures");
            try (LiveWindow window = new LiveWindow(folder, "healthy", fault.getValue())) {
                window.look(theme, width, height);
                window.approve();
                window.await("failure");
                picture(window, "9-run-asked-" + fault.getKey() + "-" + suffix);
                window.press(fault.getKey().equals("group") ? "undo" : "stop-here");
                window.await(fault.getKey().equals("group") ? "preview-page" : "export-left");
                picture(window, "9-run-asked-" + fault.getKey() + "-after-" + suffix);
            }
        }
    }

    private static void picture(LiveWindow window, String name) throws Exception {
        awaitPulses(window);
        window.on(() -> {
            Picture.save(window.scene(), Picture.FOLDER.resolve(name));
            return true;
        });
    }

    private static boolean walk(Appearance.Choice theme, int width, int height, String suffix) {
        try (ShownWindow shown = new ShownWindow(new HandMade(), theme, width, height)) {
            picture(shown, "1-start-" + suffix);
            shown.press("connect");
            picture(shown, "2-connect-" + suffix);
            shown.press("cancel");
            shown.press("practice");
            picture(shown, "3-inspect-" + suffix);
            shown.press("next");
            picture(shown, "4-choose-" + suffix);
            shown.press("hide-preview");
            picture(shown, "4-choose-hidden-" + suffix);
            shown.press("hide-preview");
            shown.press("next");
            picture(shown, "4-preflight-" + suffix);
            shown.press("show-fine");
            picture(shown, "4-preflight-fine-" + suffix);
            shown.press("next");
            picture(shown, "5-preview-" + suffix);
            shown.press("script-find");
            ((TextField) shown.find("script-find-text")).setText("provider");
            picture(shown, "6-preview-find-" + suffix);
            shown.press("script-find");
            shown.press("tab-powershell");
            picture(shown, "6-preview-powershell-" + suffix);
            shown.press("tab-backout");
            picture(shown, "6-preview-backout-" + suffix);
            shown.press("approve");
            picture(shown, "7-run-" + suffix);
            shown.press("next");
            picture(shown, "8-verify-" + suffix);
            shown.press("restart-practice");
            picture(shown, "8-verify-done-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().hasHistory(), theme, width, height)) {
            shown.press("help");
            picture(shown, "1-start-history-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().failsAt(4), theme, width, height)) {
            shown.press("practice");
            shown.press("next");
            shown.press("next");
            shown.press("next");
            shown.press("approve");
            picture(shown, "9-run-stopped-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().failsAt(8), theme, width, height)) {
            shown.press("practice");
            shown.press("next");
            shown.press("next");
            shown.press("next");
            shown.press("approve");
            picture(shown, "9-run-stopped-changed-" + suffix);
            shown.press("undo");
            picture(shown, "9-way-back-" + suffix);
            shown.press("back");
            picture(shown, "9-run-again-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade(), theme, width, WHOLE_PAGE)) {
            shown.press("practice");
            shown.press("next");
            shown.press("next");
            picture(shown, "4-preflight-whole-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().mayNotChange(), theme, width, height)) {
            shown.press("practice");
            shown.press("next");
            shown.press("next");
            picture(shown, "4-preflight-blocked-" + suffix);
        }
        try (ShownWindow shown = new ShownWindow(new HandMade().mayNotRead(), theme, width, height)) {
            shown.press("practice");
            picture(shown, "10-inspect-denied-" + suffix);
        }
        return true;
    }

    private static void picture(ShownWindow shown, String name) {
        shown.settle();
        Picture.save(shown.scene(), Picture.FOLDER.resolve(name));
    }

    /** What a change of the layout brings about on the next pulses is done too. */
    private static void awaitPulses(LiveWindow window) throws Exception {
        CountDownLatch pulses = new CountDownLatch(8);
        window.on(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                        stop();
                    }
                }
            };
            timer.start();
            return true;
        });
        Deadline.await("pulses have passed", Duration.ofSeconds(60), () -> pulses.getCount() == 0);
    }
}
