package keyturn.run;

import static keyturn.run.Rotations.approved;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.setting;
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
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.journal.Journal;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is cut before and after a statement of a rotation; anyone who resumes comes to the right end. */
@BesideOthers
final class RotationCutTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"drop-before@alter-encryption-key:1", "drop-after@alter-encryption-key:2"})
    void whoeverResumesComesToTheEnd(String fault) throws Exception {
        assertTrue(toTheEnd(folder, List.of(fault)) > 1, "the connection was cut");
    }

    /** A kind of statement, how many of them a whole rotation of two databases sends, and every which one is cut. */
    private record Kind(String word, int count, int every) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("create-asymmetric-key", 1, 1),
            new Kind("create-login", 1, 1),
            new Kind("create-credential", 1, 1),
            new Kind("alter-login", 1, 1),
            new Kind("alter-encryption-key", 2, 1),
            new Kind("backup-log", 4, 1),
            new Kind("execute", 18, 1),
            new Kind("select", 300, 17));

    @Test
    @Tag("matrix")
    void everyBoundaryOnceAndTwice(TestReporter reporter) {
        List<String> failed = new ArrayList<>();
        int cells = 0;
        for (Kind kind : KINDS) {
            for (int n = 1; n <= kind.count(); n += kind.every()) {
                for (String drop : List.of("drop-before", "drop-after")) {
                    String once = drop + "@" + kind.word() + ":" + n;
                    String twice = drop + "@" + kind.word() + ":" + (n + 1);
                    for (List<String> faults : List.of(List.of(once), List.of(once, twice))) {
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
        try {
            toTheEnd(Files.createTempDirectory(folder, "cut"), faults);
            return Optional.empty();
        } catch (Exception | AssertionError wrong) {
            return Optional.of(faults + ": " + wrong);
        }
    }

    /** @return how often it was begun or gone on with */
    private static int toTheEnd(Path folder, List<String> faults) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger");
            faults.forEach(range::setFault);
            Optional<RunResult> result = Optional.empty();
            int goes = 0;
            while (goes < 5 && !(result.orElse(null) instanceof RunResult.Completed)) {
                result = go(world, folder, plan);
                goes++;
            }
            var done = assertInstanceOf(RunResult.Completed.class, result.orElseThrow());

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), Rotations.told(done));
            assertEquals(List.of("NEW_KEY", "NEW_KEY", "OLD", "OLD"), protectors(world));
            return goes;
        }
    }

    private static Optional<RunResult> go(Upgrades world, Path folder, ApprovedPlan plan) throws Exception {
        Optional<Path> begun;
        try (Stream<Path> runs = Files.list(folder)) {
            begun = runs.filter(run -> Files.exists(run.resolve(Journal.FILE))).findFirst();
        }
        try {
            return Optional.of(
                    begun.isEmpty()
                            ? world.runner.run(plan, world.target, folder, setting(world))
                            : world.runner.resume(begun.get(), world.target, setting(world)));
        } catch (Problem.Raised notBegun) {
            return Optional.empty();
        }
    }
}
