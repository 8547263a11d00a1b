package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keyturn.practice.tsql.SqlError;
import keyturn.tools.ResultTable;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Statements about keys and around them, well and spoilt, before our parser and Microsoft's: both take or both refuse.
 * Where they differ, the kind of difference is listed with its reason.
 */
final class GrammarMatrixTest {

    private static final int LEAST = 10_000;

    /**
     * A kind of difference.
     *
     * @param theirs Microsoft's library takes it and we refuse, else the other way round
     */
    private record Reason(boolean theirs, String why, Pattern which) {}

    private static final List<Reason> REASONS = List.of(
            new Reason(
                    true,
                    "a batch that begins with a variable: the library reads a call, a server wants EXECUTE before it",
                    Pattern.compile("^@\\w")),
            new Reason(
                    true,
                    "a name that begins with a dot: a server wants a part before it",
                    Pattern.compile("(^|[^\\w\\]\"]|:: |\\bON |\\bEXEC |\\bEXECUTE |\\bDBCC )\\. ?[\\w\\[\"]")),
            new Reason(
                    true,
                    "an option of BACKUP with a string for a number or a number for a string, or one below nothing: a"
                            + " server wants the right kind",
                    Pattern.compile("^BACKUP .*(= -?\\d|(STATS|BLOCKSIZE|BUFFERCOUNT|RETAINDAYS) = ')")),
            new Reason(
                    true,
                    "a word before a value among DBCC's arguments: a server wants a comma between them",
                    Pattern.compile("^DBCC .*\\( \\w+ [\\w'@]")));

    private record Difference(GrammarTexts.Text text, boolean theirs) {
        Optional<Reason> reason() {
            return REASONS.stream()
                    .filter(r -> r.theirs() == theirs
                            && r.which().matcher(text.sql()).find())
                    .findFirst();
        }

        @Override
        public String toString() {
            return (theirs ? "only they take: " : "only we take: ") + text.sql();
        }
    }

    @Test
    @Tag("matrix")
    void tenThousandStatementsAreTakenOrRefusedAlike(TestReporter reporter) throws IOException {
        List<GrammarTexts.Text> texts = GrammarTexts.of(150, 9);
        assertTrue(texts.size() > LEAST, texts.size() + " statements");
        compare(texts, reporter);
    }

    @Test
    void aSampleIsTakenOrRefusedAlike(TestReporter reporter) throws IOException {
        compare(GrammarTexts.of(8, 2), reporter);
    }

    private static void compare(List<GrammarTexts.Text> texts, TestReporter reporter) throws IOException {
        List<Difference> differences = new ArrayList<>();
        Map<String, int[]> kinds = new TreeMap<>();
        try (ScriptCheck microsoft = ScriptCheck.start()) {
            for (GrammarTexts.Text text : texts) {
                boolean theirs = microsoft.batch(text.sql()).findings().isEmpty();
                boolean ours = accepts(text.sql());
                int[] counts = kinds.computeIfAbsent(text.kind(), k -> new int[3]);
                counts[ours ? 0 : 1]++;
                if (theirs != ours) {
                    counts[2]++;
                    differences.add(new Difference(text, theirs));
                }
            }
        }
        print(kinds, differences);
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                differences.size() + " of " + texts.size() + " statements differ",
                ResultTable.GOAL,
                "at most 1 in 100, each for a reason that is listed"));
        assertEquals(
                "",
                differences.stream()
                        .filter(d -> d.reason().isEmpty())
                        .map(Difference::toString)
                        .collect(Collectors.joining("\n")));
        assertTrue(differences.size() * 100 <= texts.size(), differences.size() + " of " + texts.size() + " differ");
    }

    private static boolean accepts(String sql) {
        try {
            Parser.parse(sql, true);
            return true;
        } catch (SqlError refused) {
            return false;
        }
    }

    private static void print(Map<String, int[]> kinds, List<Difference> differences) {
        StringBuilder table = new StringBuilder("Grammar matrix\nkind taken refused different\n");
        kinds.forEach((kind, n) -> table.append(String.format("%s %d %d %d%n", kind, n[0], n[1], n[2])));
        for (Reason reason : REASONS) {
            long count = differences.stream()
                    .filter(d -> d.reason().filter(reason::equals).isPresent())
                    .count();
            table.append(String.format(
                    "%d %s: %s%n", count, reason.theirs() ? "only they take" : "only we take", reason.why()));
        }
        System.out.print(table);
    }
}
