package keyturn.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package on this machine: installed, started from the terminal and as a window, removed without a trace. */
@Tag("packages")
final class DebianPackageTest {

    private static final String VERSION = "0.0.1";

    @TempDir
    Path home;

    private Path dpkg = Path.of("dpkg");
    private boolean ours;

    @Test
    void isInstalledStartedAndRemoved() throws IOException {
        dpkg = Tools.require("dpkg");
        if (!"root".equals(System.getProperty("user.name"))) {
            Tools.missing("only root installs a Debian package");
        }
        Build.requireDisplay();
        assertFalse(Files.exists(Path.of("/opt/keyturn")), "a Keyturn of this machine's own is left alone");
        Path made = Build.of("deb", VERSION);
        ours = true;
        good(dpkg, "--install", made);

        assertEquals("Keyturn", good("keyturn", "--version").text().split(" ")[0]);
        Command.Ended silent = Command.of("env", "LANG=C", "HOME=" + home, "keyturn", "scenarios")
                .run(Build.LIMIT);
        assertEquals(0, silent.exit(), silent.all());
        window();
        List<String> files = good(dpkg, "--listfiles", "keyturn").text().lines().toList();
        assertTrue(files.contains("/usr/share/applications/keyturn.desktop"), files.toString());
        assertTrue(files.contains("/usr/share/mime/packages/keyturn.xml"), files.toString());
        assertTrue(files.contains("/opt/keyturn/licences/THIRD-PARTY.txt"), files.toString());
        assertTrue(files.contains("/opt/keyturn/lib/keyturn.aot"), "a quick start is prepared");

        good(dpkg, "--purge", "keyturn");
        List<String> left = files.stream()
                .filter(file -> file.contains("keyturn"))
                .filter(file -> Files.exists(Path.of(file)))
                .toList();
        assertEquals(List.of(), left);
    }

    /** With the cache of the package, which is an error here where it does not fit. */
    private void window() {
        Command.Ended shown = Command.of("keyturn")
                .with("JDK_JAVA_OPTIONS", "-Dkeyturn.window=open-and-close -XX:AOTMode=on")
                .with("XDG_STATE_HOME", home.toString())
                .run(Build.LIMIT);
        assertEquals(0, shown.exit(), shown.all());
        assertFalse(shown.err().contains("Exception"), shown.err());
    }

    private static Command.Ended good(Object... words) {
        Command.Ended ended = Command.of(words).run(Build.LIMIT);
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    @AfterEach
    void remove() {
        if (ours) {
            Command.of(dpkg, "--purge", "keyturn").run(Build.LIMIT);
        }
    }
}
