package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void eachFindingNamesATestThatExists() throws Exception {
        List<String[]> rows = Files.readAllLines(Path.of("src/test/resources/keyturn/ui/window-findings.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        assertTrue(rows.size() > 20, "the table is read");
        assertEquals(
                List.of(),
                rows.stream()
                        .map(row -> row[1])
                        .filter(test -> !Files.exists(TESTS.resolve(test.replace('.', '/') + ".java")))
                        .toList());
    }
}
