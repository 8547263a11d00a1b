package keyturn.windows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window that the jump box opens, drawn by JavaFX's Windows natives; its picture is kept to be looked at. */
@Tag("windows")
final class WindowsWindowTest {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Path PICTURE = Path.of("target", "pictures", "windows-start.png");
    /** An empty window has one; a page with text in grey levels has hundreds. */
    private static final int COLOURS_OF_A_PAGE = 60;

    @Test
    void theWindowOpensAndIsDrawn() throws IOException {
        Windows windows = Windows.require();
        Path xwininfo = Tools.require("xwininfo");
        Path importer = Tools.require("import");
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for the Windows window");
        }
        Files.createDirectories(PICTURE.getParent());
        Process window = windows.keyturn().start();
        try {
            Deadline.await(
                    "a window with the title Keyturn",
                    START,
                    () -> Command.of(xwininfo, "-root", "-tree").run(LOOK).out().contains("\"Keyturn\""));
            Deadline.await("the page is drawn", START, () -> colours(importer) > COLOURS_OF_A_PAGE);
            assertTrue(Files.size(PICTURE) > 0);
        } finally {
            Windows.end("keyturn.app.Main");
            window.destroy();
        }
    }

    /** In the middle of the screen, where no frame of the window manager adds its own. */
    private static int colours(Path importer) {
        Command.of(importer, "-window", "root", PICTURE).run(LOOK);
        try {
            BufferedImage picture = ImageIO.read(PICTURE.toFile());
            Set<Integer> colours = new HashSet<>();
            for (int y = picture.getHeight() / 6; y < picture.getHeight() * 5 / 6; y++) {
                for (int x = picture.getWidth() / 6; x < picture.getWidth() * 5 / 6; x++) {
                    colours.add(picture.getRGB(x, y));
                }
            }
            return colours.size();
        } catch (IOException unreadable) {
            throw new AssertionError(PICTURE + " cannot be read", unreadable);
        }
    }
}
