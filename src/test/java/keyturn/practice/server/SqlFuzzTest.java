package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.contract.Texts;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Batches of the contract with words taken out, doubled, moved and mixed: each has an answer, none the range's own failure. */
@Tag("fuzz")
final class SqlFuzzTest {

    private static final int ROUNDS = Integer.getInteger("keyturn.fuzz.rounds", 1_500);
    private static final Pattern WORD = Pattern.compile("N?'[^']*'|\\[[^\\]]*\\]|@?@?[\\w#]+|\\s+|.", Pattern.DOTALL);

    /** Words that end the session or the server, or make it wait: what they do is tried elsewhere. */
    private static final Pattern LEFT_OUT = Pattern.compile("(?i)shutdown|waitfor|kill|while");

    private final Random random = new Random(20261125);

    @Test
    void everyBatchHasAnAnswer(TestReporter reporter) throws IOException, SQLException {
        List<List<String>> texts = Texts.ofTheContract().stream()
                .map(text ->
                        WORD.matcher(text).results().map(MatchResult::group).toList())
                .toList();
        List<String> failures = new ArrayList<>();
        Logger log = Logger.getLogger("keyturn.practice");
        Handler heard = new Heard(failures);
        log.addHandler(heard);
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            RangeClient client = RangeClient.administrator(range);
            for (int round = 0; round < ROUNDS; round++) {
                String sql = spoilt(texts);
                int before = failures.size();
                if (LEFT_OUT.matcher(sql).find()) {
                    continue;
                }
                try {
                    client.run(sql);
                } catch (SQLException ended) {
                    // RAISERROR of a high severity may end the session
                }
                if (failures.size() > before) {
                    failures.add("after: " + sql);
                }
                if (!client.connection().isValid(10)) {
                    client.close();
                    client = RangeClient.administrator(range);
                }
            }
            client.close();
        } finally {
            log.removeHandler(heard);
        }
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                ROUNDS + " spoilt batches, " + failures.size() + " failures",
                ResultTable.GOAL,
                "no failure of the range's own"));
        assertEquals(List.of(), failures);
    }

    /** Notes each failure that the server did not foresee. */
    private static @Tag("fuzz") final class Heard extends Handler {

        private final List<String> failures;

        Heard(List<String> failures) {
            this.failures = failures;
        }

        @Override
        public void publish(LogRecord told) {
            Throwable thrown = told.getThrown();
            if (thrown != null) {
                failures.add(thrown + " at " + List.of(thrown.getStackTrace()).subList(0, 3));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private String spoilt(List<List<String>> texts) {
        List<String> words = new ArrayList<>(one(texts));
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int place = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(place);
                case 1 -> words.add(place, words.get(place));
                case 2 -> words.set(place, one(one(texts)));
                case 3 -> words.add(place, one(one(texts)));
                default -> words.set(place, words.get(random.nextInt(words.size())));
            }
            if (words.isEmpty()) {
                words.add(" ");
            }
        }
        return String.join("", words);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
