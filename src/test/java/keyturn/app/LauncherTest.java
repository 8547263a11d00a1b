package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, on machines as they are: which Java it takes, and what it says where none will do. */
@BesideOthers
final class LauncherTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Path SCRIPT = Path.of("src", "main", "launch", "keyturn");

    @TempDir
    Path folder;

    private Path script;

    /** A layout in a folder with a blank and letters beyond ASCII. */
    @BeforeEach
    void layOut() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("Schlüssel und €").resolve("bin"));
        script = bin.resolve("keyturn");
        Files.writeString(script, Files.readString(SCRIPT).replace("@JAVA_HOME@", "/gone"));
        assertTrue(script.toFile().setExecutable(true));
    }

    /** A Java that says how it was started. */
    private Path java(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        program(java, "echo \"$LC_ALL|$LC_CTYPE|$LANG\"; for each in \"$@\"; do echo \"$each\"; done");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** With these variables alone, and a PATH on which there is no Java. */
    private Command.Ended start(String... variables) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed")) {
            program(tools.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
        return Command.of("env", "-i", "PATH=" + tools)
                .and((Object[]) variables)
                .and(script, "inspect", "a b")
                .run(LIMIT);
    }

    @Test
    void takesTheJavaOfJavaHomeAndPassesEveryArgumentOn() throws IOException {
        Command.Ended started = start("JAVA_HOME=" + java("new", "25.0.2"), "LANG=de_DE.UTF-8");
        assertEquals(0, started.exit(), started.all());
        List<String> lines = started.text().lines().toList();
        assertEquals("||de_DE.UTF-8", lines.getFirst());
        assertEquals(List.of("keyturn.app.Main", "inspect", "a b"), lines.subList(lines.size() - 3, lines.size()));
        assertFalse(started.text().contains("*"), started.text());
    }

    @Test
    void aLinkToItStartsTheSameProgram() throws IOException {
        Path java = java("new", "25");
        Path direct = script;
        script = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("usr bin")).resolve("keyturn"), direct);
        Command.Ended started = start("JAVA_HOME=" + java, "LANG=C.UTF-8");
        assertEquals(0, started.exit(), started.all());
        assertTrue(started.text().contains("Schlüssel und €/lib/keyturn.jar"), started.text());
    }

    @Test
    void takesThatOfThePathWhereNobodyNamesAnother() throws IOException {
        Path java = java("on path", "25").resolve("bin").resolve("java");
        Files.createDirectories(folder.resolve("tools"));
        program(folder.resolve("tools").resolve("java"), "exec '" + java + "' \"$@\"");
        assertEquals(0, start("LANG=C.UTF-8").exit());
    }

    @Test
    void namesTheJavaThatIsTooOld() throws IOException {
        Path old = java("old", "17.0.21");
        Path older = java("older", "1.8.0_402");
        Command.Ended started =
                start("JAVA_HOME=" + old, "KEYTURN_JAVA=" + older.resolve("bin").resolve("java"));
        assertEquals(2, started.exit(), started.all());
        assertTrue(started.err().contains(old + "/bin/java is Java 17"), started.err());
        assertTrue(started.err().contains(older + "/bin/java is Java 8"), started.err());
    }

    @Test
    void namesTheJavaHomeInWhichThereIsNone() throws IOException {
        Command.Ended started = start("JAVA_HOME=/no/such/jdk");
        assertEquals(2, started.exit(), started.all());
        assertTrue(started.err().contains("/no/such/jdk/bin/java"), started.err());
    }

    @Test
    void readsFileNamesAsUtf8WhereTheLocaleIsSilent() throws IOException {
        String java = "JAVA_HOME=" + java("new", "25");
        assertEquals("|C.UTF-8|C", start(java).text().lines().findFirst().orElse(""));
        assertEquals(
                "|C.UTF-8|POSIX",
                start(java, "LC_ALL=POSIX").text().lines().findFirst().orElse(""));
    }
}
