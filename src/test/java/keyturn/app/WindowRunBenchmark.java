package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Measured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to see a rotation run: its time in the window, from the approval to the verdict, to that of the same rotation by
 * the command line, each on a range of its own in this process, in turn. Prints both, the time that JavaFX's own threads computed,
 * and the median of the ratios; the goal is at most 1.2. A measurement, so nothing here fails for being slow.
 * {@code -Dkeyturn.bench.scenario=ten-thousand} takes more databases, {@code -Dkeyturn.bench.rounds=N} other rounds.
 */
@Tag("bench")
final class WindowRunBenchmark {

    private static final String SCENARIO = System.getProperty("keyturn.bench.scenario", "thousand");
    private static final int ROUNDS = Integer.getInteger("keyturn.bench.rounds", 3);

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static final long LOOKS_APART = Duration.ofMillis(200).toNanos();

    @TempDir
    Path temporary;

    /**
     * Seconds.
     *
     * @param computed by all threads of this process, the range's too: does not depend on what else the machine does
     */
    private record Took(double passed, double computed) {}

    /** @param drawing what JavaFX's threads computed, in seconds */
    private record Pair(Took window, double drawing, Took commandLine) {
        double ratio() {
            return window.passed() / commandLine.passed();
        }

        double computed() {
            return window.computed() / commandLine.computed();
        }
    }

    /** Since it was made. */
    private static final class Watch {

        private static final OperatingSystemMXBean PROCESS =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final long begun = System.nanoTime();
        private final long computed = PROCESS.getProcessCpuTime();

        Took took() {
            return new Took((System.nanoTime() - begun) / 1e9, (PROCESS.getProcessCpuTime() - computed) / 1e9);
        }
    }

    @Test
    void aRotationInTheWindowAgainstTheSameByTheCommandLine(TestReporter reporter) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Path folder = Files.createDirectory(temporary.resolve("round" + round));
            Took commandLine = byTheCommandLine(folder);
            Pair pair = inTheWindow(Files.createDirectory(folder.resolve("window")), commandLine);
            System.out.printf(
                    "Rotation of %s: window %.1f s (computed %.1f s, drawing %.1f s), command line %.1f s (computed %.1f s),"
                            + " ratio %.3f (computed %.3f)%n",
                    SCENARIO,
                    pair.window().passed(),
                    pair.window().computed(),
                    pair.drawing(),
                    pair.commandLine().passed(),
                    pair.commandLine().computed(),
                    pair.ratio(),
                    pair.computed());
            if (round > 0 || ROUNDS == 0) {
                pairs.add(pair);
            }
        }
        Measured.median(
                        "rotation in the window, " + SCENARIO,
                        "the same by the command line",
                        pairs.stream().map(Pair::ratio).toList(),
                        1.2)
                .tell(reporter);
    }

    private static Pair inTheWindow(Path folder, Took commandLine) throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, SCENARIO)) {
            walk.toMaking("made-to-measure");
            walk.toThePreview();
            walk.window.awaitEnabled("approve", () -> {});
            double drawn = drawing(walk);
            var watch = new Watch();
            walk.window.press("approve");
            Deadline.await("the run has ended", LIMIT, () -> hasEnded(walk));
            return new Pair(watch.took(), drawing(walk) - drawn, commandLine);
        }
    }

    private static Took byTheCommandLine(Path folder) throws Exception {
        var keyturn = new InProcess(folder);
        try (Range range = Range.start(RangeOptions.of(SCENARIO).withReady(folder.resolve("ready.json")))) {
            assertEquals(SCENARIO, range.scenario());
            List<Object> target = List.of("--range", folder.resolve("ready.json"));
            List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
            words.addAll(target);
            words.addAll(List.of("--all-databases", "--create", "rsa-2048", "--to-key", "made-to-measure"));
            words.addAll(List.of("--secret", "graph", "--out", folder.resolve("plan.json")));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.err());
            String digest = InProcess.digest(planned);
            var watch = new Watch();
            Command.Ended ran = keyturn.run(target, digest);
            Took took = watch.took();
            assertEquals(0, ran.exit(), ran.err());
            return took;
        }
    }

    /** Asked seldom: to look for a button takes time on JavaFX's thread. */
    private static boolean hasEnded(VaultWindow walk) {
        LockSupport.parkNanos(LOOKS_APART);
        try {
            return walk.window.shows("next") && !walk.window.isDisabled("next");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** What JavaFX's thread, whatever its platform calls it, and the renderer have computed so far. */
    private static double drawing(VaultWindow walk) throws Exception {
        long own = walk.window.on(() -> Thread.currentThread().threadId());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(thread -> thread != null
                                && (thread.getThreadId() == own
                                        || thread.getThreadName().startsWith("QuantumRenderer")))
                        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                        .sum()
                / 1e9;
    }
}
