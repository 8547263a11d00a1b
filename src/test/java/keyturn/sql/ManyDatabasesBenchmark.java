package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.inspect.Inspector;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Measured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * What a database costs among ten thousand against one among a thousand: the range's start and the inspection. Prints the
 * medians and their ratio; the goal is at most 1.5. A measurement, so nothing here fails for being slow.
 */
@Tag("bench")
final class ManyDatabasesBenchmark {

    private static final int ROUNDS = 7;

    /** Milliseconds, each for the whole. */
    private record Times(int databases, List<Double> starts, List<Double> inspections) {

        double start() {
            return median(starts);
        }

        double inspection() {
            return median(inspections);
        }

        private static double median(List<Double> times) {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        }

        void print(String scenario) {
            System.out.printf(
                    "%-13s start %8.1f ms, inspection %8.1f ms; per database %7.4f and %7.4f ms%n",
                    scenario, start(), inspection(), start() / databases, inspection() / databases);
        }
    }

    @Test
    void tenThousandAgainstAThousand(TestReporter reporter) throws Exception {
        measure("thousand", 1);
        Times few = measure("thousand", ROUNDS);
        Times many = measure("ten-thousand", ROUNDS);
        few.print("thousand");
        many.print("ten-thousand");
        String floor = "one of a thousand";
        new Measured("start of the range, a database of ten thousand", floor, ratio(many.start(), few.start()), 1.5)
                .tell(reporter);
        new Measured("inspection, a database of ten thousand", floor, ratio(many.inspection(), few.inspection()), 1.5)
                .tell(reporter);
    }

    private static double ratio(double many, double few) {
        return many / few / 10;
    }

    private static Times measure(String scenario, int rounds) throws IOException, Problem.Raised {
        Times times = new Times(scenario.equals("thousand") ? 1001 : 10_001, new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            try (Range range = Range.start(RangeOptions.of(scenario))) {
                times.starts().add(since(begun));
                long asked = System.nanoTime();
                try (var session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
                    var seen = new Inspector(Clock.systemUTC()).inspect(session);
                    times.inspections().add(since(asked));
                    assertEquals(
                            times.databases(),
                            seen.facts().databases().value().orElseThrow().size());
                }
            }
        }
        return times;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
