package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.journal.Journal;
import keyturn.script.ApprovedPlan;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The connection is cut before and after each statement of a run, once and twice; anyone who resumes comes to the right end. */
final class CutMatrixTest {

    /** Between two looks that differ in nothing but their time, every so many reads is enough. */
    private static final int EVERY_SELECT = 9;

    @TempDir
    Path temporary;

    /** A kind of statement, and how many of them a whole run sends at most. */
    private record Kind(String word, int count, int every) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("alter-provider", 2, 1),
            new Kind("backup-log", 6, 1),
            new Kind("backup-database", 2, 1),
            new Kind("execute", 13, 1),
            new Kind("select", 150, EVERY_SELECT));

    @Test
    void cutsAtActsAndLocksLoseNothing() throws Exception {
        assertEquals(
                List.of(),
                Stream.of("drop-before@alter-provider:2", "drop-after@backup-log:3", "drop-after@execute:7")
                        .flatMap(fault -> wrong(List.of(fault)).stream())
                        .toList());
    }

    @Test
    @Tag("matrix")
    void everyBoundaryOnceAndTwiceWithAndWithoutAcknowledgedRecovery(TestReporter reporter) {
        int cells = 0;
        List<String> failed = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (int n = 1; n <= kind.count(); n += kind.every()) {
                for (String drop : List.of("drop-before", "drop-after")) {
                    String once = drop + "@" + kind.word() + ":" + n;
                    String twice = drop + "@" + kind.word() + ":" + (n + 1);
                    for (List<String> faults : List.of(
                            List.of(once),
                            List.of(once, twice),
                            List.of("ack-recovery", once),
                            List.of("ack-recovery", once, twice))) {
                        cells++;
                        wrong(faults).ifPresent(failed::add);
                    }
                }
            }
        }
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                (cells - failed.size()) + " of " + cells + " cells passed",
                ResultTable.GOAL,
                "all"));
        assertEquals(List.of(), failed);
    }

    private Optional<String> wrong(List<String> faults) {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Path folder = Files.createTempDirectory(temporary, "cut");
            Upgrades upgrades = new Upgrades(range, folder);
            ApprovedPlan plan = upgrades.approved();
            faults.forEach(range::setFault);
            toTheEnd(upgrades, plan, folder);
            return Optional.empty();
        } catch (Exception | AssertionError wrong) {
            return Optional.of(faults + ": " + wrong);
        }
    }

    private static void toTheEnd(Upgrades upgrades, ApprovedPlan plan, Path folder) throws Exception {
        Optional<RunResult> result = Optional.empty();
        for (int go = 0; go < 5 && !(result.orElse(null) instanceof RunResult.Completed); go++) {
            result = go(upgrades, plan, folder);
        }
        var done = assertInstanceOf(RunResult.Completed.class, result.orElseThrow());
        assertEquals(
                Overall.PENDING_RESTART,
                done.verification().overall(),
                done.verification().toString());
        assertTrue(upgrades.provider().enabled());
        assertEquals(Upgrades.NEW.value(), upgrades.provider().dllPath());
        List<String> told = Upgrades.told(done.trail().folder());
        for (Step step : plan.plan().steps()) {
            assertEquals(
                    1,
                    told.stream()
                            .filter(line -> line.equals("done " + step.id()) || line.equals("skipped " + step.id()))
                            .count(),
                    told.toString());
        }
    }

    /** Begins, or goes on with what was begun; a server that let nobody in is tried again. */
    private static Optional<RunResult> go(Upgrades upgrades, ApprovedPlan plan, Path folder) throws Exception {
        Optional<Path> begun;
        try (Stream<Path> runs = Files.list(folder)) {
            begun = runs.filter(run -> Files.exists(run.resolve(Journal.FILE))).findFirst();
        }
        try {
            return Optional.of(
                    begun.isEmpty()
                            ? upgrades.runner.run(plan, upgrades.target, folder, upgrades.setting())
                            : upgrades.runner.resume(begun.get(), upgrades.target, upgrades.setting()));
        } catch (Problem.Raised notBegun) {
            assertTrue(
                    notBegun.problem().code().startsWith("sql."),
                    notBegun.problem().toString());
            return Optional.empty();
        }
    }
}
