package keyturn.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window that the jump box opens, drawn by JavaFX's Windows natives; its pictures are kept to be looked at. */
@Tag("windows")
final class WindowsWindowTest {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Path PICTURE = Picture.FOLDER.resolve("windows-screen.png");
    /** An empty window has one; text alone comes in dozens of grey levels. */
    private static final int COLOURS_OF_A_PAGE = 20;

    @Test
    void theWindowOpensAndIsDrawn() throws IOException {
        Windows windows = Windows.require();
        Path xwininfo = Tools.require("xwininfo");
        Path importer = Tools.require("import");
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for the Windows window");
        }
        Files.createDirectories(PICTURE.getParent());
        CrashReport report = CrashReport.fresh();
        AtomicReference<Process> window =
                new AtomicReference<>(report.of(windows, windows.keyturn()).start());
        AtomicBoolean again = new AtomicBoolean();
        try {
            Deadline.await("a window with the title Keyturn", START, () -> {
                if (!window.get().isAlive() && report.blamesSettings() && again.compareAndSet(false, true)) {
                    window.set(windows.keyturn().start());
                }
                return Command.of(xwininfo, "-root", "-tree").run(LOOK).out().contains("\"Keyturn\"");
            });
            Deadline.await("the page is drawn", START, () -> {
                Command.of(importer, "-window", "root", PICTURE).run(LOOK);
                return colours(PICTURE) > COLOURS_OF_A_PAGE;
            });
            assertTrue(Files.size(PICTURE) > 0);
        } finally {
            Windows.endWindows();
            window.get().destroy();
        }
    }

    @Test
    void theWayFromTheStartPageToTheVerdictIsWalkedAndEachPageKept() throws IOException {
        Windows windows = Windows.require();
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for the Windows window");
        }
        Files.createDirectories(Picture.FOLDER);
        Command.Ended walked = windows.window(WindowsWalk.class, windows.path(Picture.FOLDER));
        assertEquals(0, walked.exit(), walked.all());
        assertTrue(walked.text().contains("PENDING RESTART"), walked.text());
        for (String page : List.of("start", "overview", "choose", "preflight", "preview", "run", "verify")) {
            Path picture = Picture.FOLDER.resolve("windows-" + page + ".png");
            assertTrue(colours(picture) > COLOURS_OF_A_PAGE, page + " is drawn");
        }
    }

    /** In the middle of the screen, where no frame of the window manager adds its own. */
    private static int colours(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            Set<Integer> colours = new HashSet<>();
            for (int y = picture.getHeight() / 6; y < picture.getHeight() * 5 / 6; y++) {
                for (int x = picture.getWidth() / 6; x < picture.getWidth() * 5 / 6; x++) {
                    colours.add(picture.getRGB(x, y));
                }
            }
            return colours.size();
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
