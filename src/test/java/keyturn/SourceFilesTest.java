package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that stand in no class file. */
final class SourceFilesTest {

    /** A class is asked about at 200 lines and split before this. */
    private static final int LONGEST = 300;

    @Test
    void noSourceFileIsLongerThanItShouldBe() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertTrue(sources.size() > 100, "this looks where the sources are");
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(file -> lines(file) > LONGEST)
                        .map(file -> file + ": " + lines(file))
                        .toList());
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
