package keyturn.run;

import static keyturn.run.Rotations.approved;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.script.ApprovedPlan;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is cut before and after a statement of a rotation; whoever resumes comes to the right end. */
final class RotationCutTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop-before@create-asymmetric-key:1",
                "drop-after@create-asymmetric-key:1",
                "drop-after@create-login:1",
                "drop-before@create-credential:1",
                "drop-after@create-credential:1",
                "drop-after@alter-login:1",
                "drop-before@alter-encryption-key:1",
                "drop-after@alter-encryption-key:1",
                "drop-after@alter-encryption-key:2",
                "drop-after@backup-log:3"
            })
    void whoeverResumesComesToTheEnd(String fault) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger");
            range.setFault(fault);
            Optional<RunResult> result = Optional.empty();
            int goes = 0;
            while (goes < 5 && !(result.orElse(null) instanceof RunResult.Completed)) {
                result = go(world, plan);
                goes++;
            }
            assertTrue(goes > 1, "the connection was cut");
            var done = assertInstanceOf(RunResult.Completed.class, result.orElseThrow());

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), Rotations.told(done));
            assertEquals(List.of("NEW_KEY", "NEW_KEY", "OLD", "OLD"), protectors(world));
        }
    }

    private Optional<RunResult> go(Upgrades world, ApprovedPlan plan) throws Exception {
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
