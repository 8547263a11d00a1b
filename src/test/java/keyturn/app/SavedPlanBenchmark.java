package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The saved plan that rotates the key of ten thousand databases: its size, and how long it is shown against how long the same
 * server is inspected, both by the verbs in this process. The goals are 15 MB and twice the time. A measurement, so nothing
 * here fails for being slow.
 */
@Tag("bench")
final class SavedPlanBenchmark {

    private static final int ROUNDS = 5;
    private static final double MEGABYTE = 1e6;

    private final InProcess keyturn;

    SavedPlanBenchmark(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void tenThousandDatabases(TestReporter reporter) throws IOException {
        Path plan = keyturn.folder().resolve("plan.json");
        Path ready = keyturn.folder().resolve("ten-thousand.json");
        try (Range range = Range.start(RangeOptions.of("ten-thousand").withReady(ready))) {
            assertEquals("ten-thousand", range.scenario());
            double planned = seconds(
                    "plan",
                    "rotate-key",
                    "--range",
                    ready,
                    "--all-databases",
                    "--to-key",
                    "tde-key-2026",
                    "--out",
                    plan);
            double size = Files.size(plan) / MEGABYTE;
            System.out.printf("plan of ten thousand: %.1f MB, made in %.2f s%n", size, planned);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double inspected = seconds("inspect", "--range", ready);
                double shown = seconds("show", plan);
                System.out.printf("inspect %.2f s, show %.2f s, ratio %.2f%n", inspected, shown, shown / inspected);
                if (round > 0) {
                    ratios.add(shown / inspected);
                }
            }
            double median =
                    ratios.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
            reporter.publishEntry(Map.of(
                    ResultTable.FIGURE,
                    String.format("%.1f MB, show to inspect: %.2f", size, median),
                    ResultTable.GOAL,
                    "at most 15 MB and 2"));
        }
    }

    private static double seconds(Object... words) {
        long begun = System.nanoTime();
        Command.Ended ended = InProcess.say(words);
        double took = (System.nanoTime() - begun) / 1e9;
        assertEquals(
                0, ended.exit(), () -> ended.all().lines().limit(40).toList().toString());
        return took;
    }
}
