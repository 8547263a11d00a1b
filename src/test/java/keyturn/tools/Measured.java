package keyturn.tools;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.TestReporter;

/**
 * A line of the table of benchmarks: a time, size or count against its floor, both of the same run on the same machine.
 *
 * @param what was measured
 * @param floor that it is held against
 * @param ratio of the one to the other
 * @param goal what the ratio should be at most
 */
public record Measured(String what, String floor, double ratio, double goal) {

    static final String WHAT = "what";
    static final String FLOOR = "floor";
    static final String RATIO = "ratio";
    static final String LIMIT = "limit";

    /** The median of pairs that were measured in turn. */
    public static Measured median(String what, String floor, List<Double> ratios, double goal) {
        return new Measured(
                what,
                floor,
                ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow(),
                goal);
    }

    /** For the table of results and for that of benchmarks. */
    public void tell(TestReporter reporter) {
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                String.format(Locale.ROOT, "%s to %s: %.3f", what, floor, ratio),
                ResultTable.GOAL,
                String.format(Locale.ROOT, "at most %.2f", goal),
                WHAT,
                what,
                FLOOR,
                floor,
                RATIO,
                String.format(Locale.ROOT, "%.3f", ratio),
                LIMIT,
                String.format(Locale.ROOT, "%.2f", goal)));
    }
}
