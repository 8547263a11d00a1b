package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Scripts of the trade, kept outside the project: each {@code .sql} file of the folder that {@code -Dkeyturn.corpus}
 * names runs on a range, a connection of its own, its batches parted by GO. What a real server would refuse too stands in
 * {@code expected.tsv} there: file, error numbers parted by commas, why. Any other error counts against the range.
 */
@Tag("matrix")
final class FieldScriptsTest {

    private static final Pattern GO = Pattern.compile("(?im)^[ \\t]*GO[ \\t]*(?:\\d+[ \\t]*)?;?[ \\t]*\\r?$");
    private static final double GOAL = 0.95;

    /** A script with the errors that it met. */
    private record Outcome(String file, List<String> errors) {}

    @Test
    void scriptsOfTheTradeRun(TestReporter reporter) throws IOException, SQLException {
        String folder = System.getProperty("keyturn.corpus", "");
        assumeTrue(!folder.isEmpty(), "no scripts are given: name their folder with -Dkeyturn.corpus=DIR");
        List<Outcome> outcomes = new ArrayList<>();
        try (Range range = Range.start(RangeOptions.of(System.getProperty("keyturn.corpus.scenario", "healthy")))) {
            for (Path file : scripts(Path.of(folder))) {
                outcomes.add(new Outcome(String.valueOf(file.getFileName()), errors(range, file)));
            }
        }
        Map<String, List<String>> expected = expected(Path.of(folder, "expected.tsv"));
        long ran = outcomes.stream().filter(o -> o.errors().isEmpty()).count();
        long failed = outcomes.stream()
                .filter(o -> !unforeseen(o, expected).isEmpty())
                .count();
        outcomes.forEach(o -> print(o, unforeseen(o, expected)));
        String figure = String.format(
                "%d scripts: %d ran, %d met what a server refuses too, %d failed",
                outcomes.size(), ran, outcomes.size() - ran - failed, failed);
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                figure,
                ResultTable.GOAL,
                "at most " + Math.round(100 * (1 - GOAL)) + " in 100 fail"));
        assertTrue(!outcomes.isEmpty(), "there are scripts");
        assertTrue(failed <= outcomes.size() * (1 - GOAL), failed + " of " + outcomes.size() + " scripts failed");
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static Map<String, List<String>> expected(Path file) throws IOException {
        Map<String, List<String>> expected = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                List<String> parts = List.of(line.split("\t"));
                expected.put(parts.getFirst(), List.of(parts.get(1).split(",")));
            }
        }
        return expected;
    }

    private static List<String> unforeseen(Outcome outcome, Map<String, List<String>> expected) {
        List<String> numbers = expected.getOrDefault(outcome.file(), List.of());
        return outcome.errors().stream()
                .filter(e -> !numbers.contains(e.substring(0, e.indexOf(' '))))
                .toList();
    }

    private static void print(Outcome outcome, List<String> unforeseen) {
        String word = outcome.errors().isEmpty() ? "ran" : unforeseen.isEmpty() ? "refused" : "FAILED";
        System.out.println(outcome.file() + "\t" + word
                + outcome.errors().stream()
                        .map(e -> "\t" + e.replace('\n', ' '))
                        .findFirst()
                        .orElse(""));
    }

    private static List<String> errors(Range range, Path file) throws IOException {
        List<String> errors = new ArrayList<>();
        try (RangeClient client = RangeClient.administrator(range)) {
            for (String batch : GO.split(Files.readString(file))) {
                if (!batch.isBlank()) {
                    errors.addAll(client.run(batch).errors());
                }
            }
        } catch (SQLException lost) {
            errors.add("0 " + lost.getMessage());
        }
        return errors;
    }
}
