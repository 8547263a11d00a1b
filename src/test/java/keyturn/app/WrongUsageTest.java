package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import keyturn.cli.page.Columns;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command line answers to words that cannot be, and to a server that is not there. */
@BesideOthers
final class WrongUsageTest {

    @TempDir
    Path folder;

    static Stream<List<String>> wrongUsage() {
        return Stream.of(
                List.of("bundle"),
                List.of("inspect"),
                List.of("inspect", "--practice", "no-such-scenario"),
                List.of("inspect", "--practice", "--range", "x.json"),
                List.of("inspect", "--range", "missing.json"),
                List.of("inspect", "--server", "a b", "--auth", "integrated"),
                List.of("inspect", "--server", "a,0", "--auth", "integrated"),
                List.of("inspect", "--server", "a"),
                List.of("inspect", "--server", "a", "--auth", "sql"),
                List.of("inspect", "--server", "a", "--auth", "sql", "--user", "u"),
                List.of("inspect", "--server", "a", "--auth", "entra-device"),
                List.of("inspect", "--practice", "--user", "u"),
                List.of("plan", "emergency-rotate", "--practice", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice"),
                List.of("plan", "upgrade", "--practice", "--lane", "stop", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice", "--dll", "relative.dll", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice", "--out", "no/such/folder/p.json"),
                List.of("forecast", "--practice", "--warn=P999999999Y"),
                List.of("forecast", "--practice", "--warn=-P1D"),
                List.of("plan", "rotate-key", "--practice", "--secret", "graph", "--lifetime", "P999999999Y"),
                List.of("show", "missing.json"),
                List.of("run", "missing.json", "--practice", "--approve", "sha256:12"),
                List.of("practice", "--fault", "no-such-fault"),
                List.of("tour", "drill"),
                List.of("@missing-arguments.txt"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsage")
    void wrongUsageIsTwoAndSaysWhyOnStandardErrorOnly(List<String> words) {
        Path plan = folder.resolve("p.json");
        Command.Ended ended = InProcess.say(
                words.stream().map(word -> word.equals("p.json") ? plan : word).toArray());
        assertEquals(2, ended.exit(), ended.all());
        assertEquals("", ended.out());
        assertTrue(ended.err().startsWith("keyturn: "), ended.err());
        assertFalse(Files.exists(plan));
    }

    @Test
    void aServerThatIsNotThereIsFive() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "x");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        String server = "127.0.0.1,1";
        Command.Ended inspected = InProcess.say(
                "inspect", "--server", server, "--auth", "sql", "--user", "u", "--password-file", password);
        assertEquals(5, inspected.exit(), inspected.err());
        assertEquals("", inspected.out());
    }

    @Test
    void anInspectionNamesWhatEachDatabaseDependsOnInEightyColumns() {
        Command.Ended inspected = InProcess.say("inspect", "--practice", "healthy");
        assertEquals(0, inspected.exit(), inspected.err());
        for (String part : List.of("PRACTICE", "AzureKeyVault_EKM", "15.0.300.96", "encrypted", "← login", "← vault")) {
            assertTrue(inspected.text().contains(part), inspected.text());
        }
        assertTrue(inspected.text().lines().allMatch(line -> Columns.width(line) <= 80), inspected.text());
    }
}
