package keyturn.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MSI under Wine, with a Windows of its own: installed silently, started, upgraded, and removed. */
@Tag("packages")
final class WindowsInstallerTest {

    @TempDir
    Path folder;

    private Path winrun = Path.of("winrun");

    @Test
    void isInstalledStartedUpgradedAndRemoved() throws IOException {
        winrun = Tools.require("winrun");
        Path msiinfo = Tools.require("msiinfo");
        Tools.require("wixl");
        Build.requireDisplay();
        String runtime =
                "WINDOWS_RUNTIME=" + winrun.toRealPath().resolveSibling("lib").resolve("winjava");
        Path first = Build.of("msi", "0.0.1", runtime);
        Path next = Build.of("msi", "0.0.2", runtime);
        Path installed = folder.resolve("drive_c/Program Files/Keyturn");

        String table = Command.of(msiinfo, "export", first, "Shortcut")
                .run(Build.LIMIT)
                .text();
        assertTrue(table.contains("[INSTALLDIR]runtime\\bin\\javaw.exe"), table);

        String registry = Command.of(msiinfo, "export", first, "Registry")
                .run(Build.LIMIT)
                .text();
        assertTrue(registry.contains("Software\\Classes\\.keyturn") && registry.contains("%1"), registry);

        assertEquals(0, msiexec("/i", first).exit());
        assertTrue(Files.exists(installed.resolve("licences/THIRD-PARTY.txt")));
        assertEquals(1, files("Keyturn.lnk"));
        Command.Ended version = in(installed.resolve("bin/keyturn.cmd"), "--version");
        assertEquals(0, version.exit(), version.all());
        assertTrue(version.text().startsWith("Keyturn "), version.all());
        window(installed);

        assertEquals(0, msiexec("/i", next).exit());
        assertNotEquals(0, msiexec("/i", first).exit(), "an older version does not replace a newer one");
        assertTrue(Files.exists(installed.resolve("lib/keyturn.jar")));
        assertEquals(0, msiexec("/x", next).exit());
        assertEquals(0, files("keyturn.jar"));
        assertEquals(0, files("java.exe"));
        assertEquals(0, files("Keyturn.lnk"));
    }

    /** Of this name, wherever this Windows keeps them; Wine leaves an empty folder behind after an upgrade. */
    private long files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("drive_c"))) {
            return files.filter(file -> file.endsWith(name)).count();
        }
    }

    /** As the shortcut does. */
    private void window(Path installed) {
        String home = "C:\\Program Files\\Keyturn\\";
        Command.Ended shown = in(
                installed.resolve("runtime/bin/javaw.exe"),
                "-Dprism.order=sw",
                "-Dkeyturn.window=open-and-close",
                "@" + home + "lib\\jvm.flags",
                "-cp",
                home + "lib\\keyturn.jar",
                "keyturn.app.Main");
        assertEquals(0, shown.exit(), shown.all());
    }

    private Command.Ended msiexec(String verb, Path msi) {
        String name = Command.of(winrun, "path", msi)
                .with("WINEPREFIX", folder.toString())
                .run(Build.LIMIT)
                .text()
                .strip();
        return in("msiexec", verb, name, "/qn");
    }

    private Command.Ended in(Object... words) {
        return Command.of(winrun)
                .and(words)
                .with("WINEPREFIX", folder.toString())
                .run(Build.LIMIT);
    }

    @AfterEach
    void endWindows() {
        Command.of("env", "WINEPREFIX=" + folder, "wineserver", "-k").run(Build.LIMIT);
    }
}
