package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desktop joins a window to its starter by the class of the window: an icon, a name, a place in the task bar. Only the program's own
 * process shows which class its windows have.
 */
@Tag("desktop")
final class WindowClassTest {

    private static final Path STARTER = Path.of("installer/debian/keyturn.desktop");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Pattern WINDOW = Pattern.compile("\"[^\"]*Keyturn[^\"]*\": \\(\"([^\"]+)\" \"([^\"]+)\"\\)");

    @BeforeAll
    static void needsADisplay() {
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for a real window");
        }
        Tools.require("xwininfo");
    }

    @Test
    void theWindowHasTheClassThatItsStarterNames(@TempDir Path folder) throws Exception {
        String wanted = Files.readAllLines(STARTER).stream()
                .filter(line -> line.startsWith("StartupWMClass="))
                .map(line -> line.substring("StartupWMClass=".length()))
                .findFirst()
                .orElseThrow();
        List<String> classes = new ArrayList<>();
        Process program = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "keyturn.app.Main")
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .start();
        try {
            Deadline.await("the window", LIMIT, () -> {
                Matcher window = WINDOW.matcher(
                        Command.of("xwininfo", "-root", "-tree").run(LIMIT).out());
                if (window.find()) {
                    classes.add(window.group(2));
                }
                return !classes.isEmpty();
            });
        } finally {
            program.destroy();
            program.waitFor();
        }
        assertEquals(List.of(wanted), classes);
    }
}
