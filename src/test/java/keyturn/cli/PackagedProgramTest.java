package keyturn.cli;

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
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program as anyone who starts it sees it: output, exit codes, what it leaves. */
@Tag("packaged")
@BesideOthers
final class PackagedProgramTest {

    @TempDir
    Path folder;

    @Test
    void withoutArgumentsAndDisplayTheTourIsToldInEightyColumns() {
        Command.Ended tour = Packaged.run(folder);
        assertEquals(0, tour.exit(), tour.text() + tour.err());
        assertEquals(1, tour.err().lines().count(), tour.err());
        assertTrue(tour.err().contains("no display"), tour.err());
        assertEquals(
                List.of(),
                tour.text().lines().filter(line -> Columns.width(line) > 80).toList());
        assertFalse(tour.text().contains("\u001b"), "no escape codes where there is no terminal");
        for (String part :
                List.of("PRACTICE", "ALTER CRYPTOGRAPHIC PROVIDER", "Invoke-KeyturnBatch", "evidence.json")) {
            assertTrue(tour.text().contains(part), part);
        }
        assertTrue(Packaged.lastLine(tour).contains("PENDING RESTART"), tour.text());
    }

    @Test
    void anInspectionOfAPracticeWorldNamesWhatEachDatabaseHangsOn() {
        Command.Ended inspected = Packaged.run(folder, "inspect", "--practice", "healthy");
        assertEquals(0, inspected.exit(), inspected.err());
        for (String part : List.of("PRACTICE", "AzureKeyVault_EKM", "15.0.300.96", "encrypted", "← login", "← vault")) {
            assertTrue(inspected.text().contains(part), inspected.text());
        }
        assertTrue(inspected.text().lines().allMatch(line -> Columns.width(line) <= 80), inspected.text());
    }

    @Test
    void aPlanOfOnePracticeWorldRunsOnTheNext() {
        Path plan = folder.resolve("plan.json");
        Command.Ended planned = Packaged.run(folder, "plan", "upgrade", "--practice", "--out", plan);
        assertEquals(0, planned.exit(), planned.err());
        String digest = Packaged.lastLine(planned).substring("digest ".length());
        Command.Ended ran = Packaged.run(folder, "run", plan, "--practice", "--approve", digest);
        assertEquals(0, ran.exit(), ran.text() + ran.err());
    }

    @Test
    void anInterruptedRangeLeavesItsLogAndNothingElse() throws IOException {
        Path certificate;
        try (RunningRange range = Packaged.range(folder)) {
            certificate = Path.of(range.offers().path("certificate").textValue());
            assertTrue(Files.exists(certificate));
        }
        assertFalse(Files.exists(certificate), "the certificate is gone");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(), left.filter(file -> !file.endsWith("range.log")).toList());
        }
    }

    @Test
    void aServerThatIsNotThereIsFive() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "x");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        var inspected = Packaged.run(
                folder,
                "inspect",
                "--server",
                "127.0.0.1,1",
                "--auth",
                "sql",
                "--user",
                "u",
                "--password-file",
                password);
        assertEquals(5, inspected.exit(), inspected.err());
        assertEquals("", inspected.out());
    }

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
                List.of("plan", "rollback", "--practice", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice"),
                List.of("plan", "upgrade", "--practice", "--lane", "stop", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice", "--dll", "relative.dll", "--out", "p.json"),
                List.of("plan", "upgrade", "--practice", "--out", "no/such/folder/p.json"),
                List.of("show", "missing.json"),
                List.of("run", "missing.json", "--practice", "--approve", "sha256:12"),
                List.of("practice", "--fault", "no-such-fault"),
                List.of("tour", "drill"),
                List.of("@missing-arguments.txt"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsage")
    void wrongUsageIsTwoAndSaysWhyOnStandardErrorOnly(List<String> arguments) {
        Command.Ended ended = Packaged.run(folder, arguments.toArray());
        assertEquals(2, ended.exit(), ended.text() + ended.err());
        assertEquals("", ended.out());
        assertTrue(ended.err().startsWith("keyturn: "), ended.err());
        assertFalse(Files.exists(folder.resolve("p.json")));
    }
}
