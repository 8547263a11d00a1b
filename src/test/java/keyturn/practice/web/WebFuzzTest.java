package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Deadline;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whatever comes to the doors over HTTPS is refused by them, never their own failure, and leaves nothing behind. */
@Tag("fuzz")
final class WebFuzzTest {

    private static final int ROUNDS = Integer.getInteger("keyturn.fuzz.rounds", 600);
    private static final long SEED = Long.getLong("keyturn.fuzz.seed", 20261125);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void noClientBringsADoorToFail(TestReporter reporter) throws IOException {
        List<String> failures = new ArrayList<>();
        Logger log = Logger.getLogger("keyturn.practice");
        Handler heard = new Heard(failures);
        log.addHandler(heard);
        Map<WebAttacker.Attack, Integer> struck = new EnumMap<>(WebAttacker.Attack.class);
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            WebVisitor visitor = new WebVisitor(range.offers());
            try (WebAttacker attacker = new WebAttacker(range.offers(), visitor.wishes(), SEED)) {
                for (int round = 0; round < ROUNDS; round++) {
                    WebAttacker.Attack attack = attacker.next();
                    struck.merge(attack, 1, Integer::sum);
                    List<Integer> statuses = attacker.strike(attack);
                    if (statuses.stream().anyMatch(s -> s >= 500 && s != 505)) {
                        failures.add(attack + " in round " + round + ": " + statuses);
                    }
                }
            }
            System.out.printf("Fuzz over HTTPS: seed %d, %s%n", SEED, struck);
            Deadline.await("all have gone", LIMIT, () -> range.cloud().connections() == 0);
            visitor.isServed();
        } finally {
            log.removeHandler(heard);
        }
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                ROUNDS + " clients, seed " + SEED + ", " + failures.size() + " failures",
                ResultTable.GOAL,
                "no failure of a door's own"));
        assertEquals(List.of(), failures);
    }

    /** Notes each failure that a door did not foresee. */
    private static @Tag("fuzz") final class Heard extends Handler {

        private final List<String> failures;

        Heard(List<String> failures) {
            this.failures = failures;
        }

        @Override
        public void publish(LogRecord told) {
            Throwable thrown = told.getThrown();
            if (thrown != null && told.getLevel().intValue() >= Level.WARNING.intValue()) {
                failures.add(told.getMessage() + " " + thrown + " at "
                        + List.of(thrown.getStackTrace()).subList(0, 4));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
