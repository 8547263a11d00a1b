package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What a review of the window found wrong or absent, each with the test that shows it is there now. */
@BesideOthers
final class WindowFindingsTest {

    private static final Path TESTS = Path.of("src/test/java/keyturn");

    @Test
    void eachFindingNamesATestMethodThatExists() throws Exception {
        List<String[]> rows = Files.readAllLines(Path.of("src/test/resources/keyturn/ui/window-findings.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        assertTrue(rows.size() > 20, "the table is read");
        assertEquals(
                List.of(),
                rows.stream().map(row -> row[1]).filter(test -> !isThere(test)).toList());
    }

    /** @param test {@code ui.SomeTest#someMethod} */
    private static boolean isThere(String test) {
        String[] named = test.split("#", 2);
        Path file = TESTS.resolve(named[0].replace('.', '/') + ".java");
        try {
            return named.length == 2 && Files.readString(file).contains(" void " + named[1] + "(");
        } catch (IOException missing) {
            return false;
        }
    }
}
