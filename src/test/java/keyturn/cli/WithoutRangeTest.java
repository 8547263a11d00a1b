package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program from whose layout the range's jar was taken away: whole, but for the practice. */
@Tag("packaged")
@BesideOthers
final class WithoutRangeTest {

    @TempDir
    static Path copy = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void copyTheLayout() throws IOException {
        Path whole = Packaged.LAYOUT;
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(whole.relativize(file));
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        Files.delete(copy.resolve("lib").resolve("keyturn-range.jar"));
    }

    private Command.Ended say(Object... arguments) {
        return Packaged.keyturnOf(copy, folder, arguments).run(Packaged.LIMIT);
    }

    @Test
    void itStarts() {
        Command.Ended whole = Packaged.run(folder, "--version");
        Command.Ended version = say("--version");
        assertEquals(0, version.exit(), version.all());
        assertEquals(whole.all(), version.all());
    }

    /** What else needs the range is refused alike, as the program without it shows in this process. */
    @Test
    void whatNeedsTheRangeIsTwo() {
        Command.Ended refused = say("inspect", "--practice");
        assertEquals(2, refused.exit(), refused.all());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("[cli.practice.missing]"), refused.err());
    }

    @Test
    void withoutDisplayItNamesTheCommandLineInsteadOfTheTour() {
        Command.Ended ended = say();
        assertEquals(2, ended.exit(), ended.all());
        assertEquals("", ended.out());
        assertEquals(
                keyturn.domain.Message.of("app.display.none.alone").text(),
                ended.err().strip());
    }

    /** A range elsewhere is a server like any other. */
    @Test
    void itConnectsPlansAndRuns() throws IOException {
        Path plan = folder.resolve("plan.json");
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Command.Ended planned = say("plan", "upgrade", "--range", range.ready(), "--out", plan);
            assertEquals(0, planned.exit(), planned.all());
            String digest = Packaged.lastLine(planned).substring("digest ".length());
            Command.Ended shown = say("show", plan);
            assertEquals(0, shown.exit(), shown.all());
            Command.Ended ran = say("run", plan, "--range", range.ready(), "--approve", digest);
            assertEquals(0, ran.exit(), ran.all());
            assertFalse(range.acts().isEmpty(), "the server was changed");
        }
    }
}
