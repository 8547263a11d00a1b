package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.cli.page.Columns;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process: without a display, its exit code, what it leaves when it is interrupted. */
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
        assertTrue(InProcess.verdict(tour).contains("PENDING RESTART"), tour.text());
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
    void wrongUsageIsTheExitCodeOfTheProcess() {
        Command.Ended ended = Packaged.run(folder, "bundle");
        assertEquals(2, ended.exit(), ended.all());
        assertEquals("", ended.out());
        assertTrue(ended.err().startsWith("keyturn: "), ended.err());
    }
}
