package keyturn.run;

import static keyturn.run.Rotations.acts;
import static keyturn.run.Rotations.approved;
import static keyturn.run.Rotations.back;
import static keyturn.run.Rotations.masked;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.run;
import static keyturn.run.Rotations.setting;
import static keyturn.run.Rotations.told;
import static keyturn.run.Rotations.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.BackupStep;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rotation borrows and waits for, through the driver, on the practice range. */
@BesideOthers
final class RotationWaitTest {

    @TempDir
    Path folder;

    @Test
    void aLoginWithoutCredentialBorrowsOneForTheKeyAlone() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle("ALTER LOGIN [practice] DROP CREDENTIAL [Azure_EKM_admin_cred]");
            ApprovedPlan plan = approved(world, "Sales");
            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
            assertEquals(masked(acts(plan)), masked(world.acts(done.trail().runId())));
            Inspection after = world.look();
            assertEquals(
                    List.of(),
                    after.facts()
                            .around()
                            .keyholding()
                            .caller()
                            .value()
                            .orElseThrow()
                            .credentials());
            assertTrue(after.facts().credentials().value().orElseThrow().stream()
                    .noneMatch(row -> row.name().value().contains("temporary")));
        }
    }

    @Test
    void aBorrowedCredentialGoesWithTheWayBackOfARunThatFailedOnTheKey() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle("ALTER LOGIN [practice] DROP CREDENTIAL [Azure_EKM_admin_cred]");
            String before = world.look().digest();
            var stopped =
                    assertInstanceOf(RunResult.Stopped.class, run(world, approved(world, "no-such-key", "Sales")));
            assertTrue(
                    stopped.why().toString().contains("run.stopped.temporary"),
                    stopped.why().toString());
            Path run = stopped.trail().folder();
            world.runner.backout(run, back(world, run), world.target, setting(world));

            assertEquals(before, world.look().digest());
        }
    }

    @Test
    void aLogBackupThatIsMissingIsWaitedFor() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle("EXEC [Sales].sys.sp_executesql N'ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER"
                    + " ASYMMETRIC KEY [TDE_Key_2024];'");
            ApprovedPlan plan = approved(world, "Sales");
            assertInstanceOf(
                    BackupStep.AwaitLogBackup.class, plan.plan().steps().getFirst());
            var done = assertInstanceOf(
                    RunResult.Completed.class, world.runner.run(plan, world.target, folder, waiting(world)));

            assertEquals(
                    1,
                    world.events.stream()
                            .filter(RunEvent.Waiting.class::isInstance)
                            .count());
            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
        }
    }

    @Test
    void aRefusalForWantOfALogBackupWaitsForItAndGoesOn() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales");
            String wrapAgain = "EXEC [Sales].sys.sp_executesql N'ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER"
                    + " ASYMMETRIC KEY [TDE_Key_2024];';";
            world.meddle(wrapAgain + wrapAgain);
            var done = assertInstanceOf(
                    RunResult.Completed.class, world.runner.run(plan, world.target, folder, waiting(world)));

            assertTrue(world.events.stream()
                    .anyMatch(event -> event instanceof RunEvent.Failed failed
                            && failed.problem().code().equals("sql.33122")));
            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
            assertEquals("NEW_KEY", protectors(world).getFirst());
        }
    }

    @Test
    void withoutTheSecretNothingThatNeedsItIsSent() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class,
                    world.runner.run(approved(world, "Sales"), world.target, folder, world.setting()));

            assertEquals("run.noSecret", stopped.problem().code());
            assertEquals(List.of("OLD", "OLD", "OLD", "OLD"), protectors(world));
        }
    }
}
