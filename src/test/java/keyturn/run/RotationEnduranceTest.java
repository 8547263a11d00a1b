package keyturn.run;

import static keyturn.run.Rotations.secrets;
import static keyturn.run.Rotations.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.journal.RunRecord;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import keyturn.tools.IndependentClient;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A rotation of many databases is stopped between two of them, gone on with, and does nothing twice. */
@BesideOthers
final class RotationEnduranceTest {

    private static final String COUNT = """
            SET NOCOUNT ON;
            SELECT COUNT(*) FROM sys.dm_database_encryption_keys AS k
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE a.name = N'NEW_KEY' AND k.encryption_state = 3;
            GO
            """;

    @TempDir
    Path folder;

    @Test
    void sixtyOfAThousand(TestReporter reporter) throws Exception {
        try (Range range = Range.start(RangeOptions.of("thousand"))) {
            stoppedAndGoneOnWith(range, 60, reporter);
        }
    }

    @Test
    @Tag("matrix")
    void tenThousand(TestReporter reporter) throws Exception {
        try (Range range = Range.start(RangeOptions.of("ten-thousand"))) {
            stoppedAndGoneOnWith(range, 10_000, reporter);
            assertEquals(10_000, onNewKey(range));
        }
    }

    private void stoppedAndGoneOnWith(Range range, int databases, TestReporter reporter) throws Exception {
        Upgrades world = new Upgrades(range, folder);
        ApprovedPlan plan = Rotations.approved(
                world,
                IntStream.rangeClosed(1, databases)
                        .mapToObj("Tenant%05d"::formatted)
                        .toArray(String[]::new));
        var asked = new Asked(plan, plan.plan().steps(), databases / 3);
        var stopped = assertInstanceOf(
                RunResult.Stopped.class, world.runner.run(plan, world.target, folder, asked.setting()));
        String first = asked.told("until it was stopped");
        assertEquals("run.stopped", stopped.problem().code());
        assertEquals(databases / 3, wrapped(world));

        Path run = stopped.trail().folder();
        var rest = new Asked(plan, RunRecord.open(run).current().left(), databases);
        assertInstanceOf(RunResult.Completed.class, world.runner.resume(run, world.target, rest.setting()));
        String figure = range.scenario() + " " + first + "; " + rest.told("to the end");
        reporter.publishEntry(Map.of(ResultTable.FIGURE, figure, ResultTable.GOAL, "each act once"));

        assertEquals(databases, wrapped(world));
        List<String> sent = range.log().entries().stream()
                .filter(entry -> entry.program().endsWith("/act"))
                .map(RequestLog.Entry::text)
                .toList();
        assertEquals(Rotations.masked(Rotations.acts(plan)), Rotations.masked(sent));
    }

    /** As a client counts them that has no part in Keyturn. */
    private int onNewKey(Range range) throws IOException {
        var client = new IndependentClient(
                folder, "127.0.0.1," + range.port(), range.user(), range.password(), range.certificate());
        return client.lines(COUNT).stream()
                .filter(line -> line.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static long wrapped(Upgrades world) throws Exception {
        Inspection seen = world.look();
        var made = Rotations.key(seen, "NEW_KEY").orElseThrow().thumbprint();
        return seen.facts().databases().value().orElseThrow().stream()
                .filter(row -> row.key()
                        .value()
                        .orElseThrow()
                        .filter(key -> key.thumbprint().equals(made))
                        .isPresent())
                .count();
    }

    /** Asks for the stop once so many databases are wrapped anew, and keeps what was estimated and what it took. */
    private static final class Asked implements RunListener {

        private final ApprovedPlan plan;
        private final Pace pace;
        private final int enough;
        private final long began = System.nanoTime();
        private int wrapped;
        private Optional<Duration> halfway = Optional.empty();
        private long most;

        Asked(ApprovedPlan plan, List<Step> left, int enough) {
            this.plan = plan;
            this.pace = new Pace(left);
            this.enough = enough;
        }

        RunSetting setting() {
            return new RunSetting(Optional.empty(), this, Decider.STOPS, () -> wrapped == enough, secrets());
        }

        @Override
        public void on(RunEvent event) {
            pace.hear(event);
            if (event instanceof RunEvent.Done done
                    && step(plan.plan(), done.step()) instanceof KeyStep.ReencryptDatabase) {
                wrapped++;
                if (wrapped == enough / 2) {
                    halfway = Optional.of(pace.left(event.at(), Optional.empty()));
                }
                if (wrapped % 100 == 0) {
                    Runtime memory = Runtime.getRuntime();
                    most = Math.max(most, memory.totalMemory() - memory.freeMemory());
                }
            }
        }

        String told(String stretch) {
            return stretch + ": " + (System.nanoTime() - began) / 1_000_000_000
                    + " s; left at half of it, by its pace, "
                    + halfway.map(Duration::toSeconds).orElse(-1L) + " s; most memory seen " + most / 1_048_576
                    + " MB, range included";
        }
    }
}
