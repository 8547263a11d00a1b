package keyturn.run;

import static keyturn.run.Rotations.acts;
import static keyturn.run.Rotations.back;
import static keyturn.run.Rotations.masked;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.run;
import static keyturn.run.Rotations.setting;
import static keyturn.run.Rotations.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotationOffer;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.verify.Verifier;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that a rotation writes itself, through the driver, on the practice range. */
@BesideOthers
final class RotationBackupTest {

    private static final String WRAP_AGAIN = "EXEC [Sales].sys.sp_executesql N'ALTER DATABASE ENCRYPTION KEY"
            + " ENCRYPTION BY SERVER ASYMMETRIC KEY [TDE_Key_2024];';";

    @TempDir
    Path folder;

    @Test
    void aMissingLogBackupIsAStepAndTheLastStepsEndTheNeedForTheOldKey() throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle(WRAP_AGAIN);
            ApprovedPlan plan = written(world, "E:\\Backup", "Sales", "Archive");
            assertInstanceOf(
                    BackupStep.BackUpLogFirst.class, plan.plan().steps().getFirst());

            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));

            assertEquals(Overall.DONE, done.verification().overall(), told(done));
            assertEquals(masked(acts(plan)), masked(world.acts(done.trail().runId())));
            assertTrue(world.events.stream().noneMatch(RunEvent.Waiting.class::isInstance));
            assertEquals(
                    List.of("Archive D 0 .bak", "Sales D 0 .bak", "Sales L 0 .trn", "Sales L 0 .trn"), history(world));
            world.meddle(WRAP_AGAIN + WRAP_AGAIN);
        }
    }

    @Test
    void theVerdictTurnsOnceBothAreInTheHistory() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan =
                    Upgrades.approved(plan(world, new RotateChoices.BackupFolders(there(), Optional.empty()), "Sales"));
            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));
            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));

            world.meddle("BACKUP DATABASE Sales TO DISK = N'E:\\Backup\\own.bak'");
            assertEquals(Overall.OLD_KEY_NEEDED, later(world, plan, done), "work went on in the log of before");

            world.meddle("BACKUP LOG Sales TO DISK = N'E:\\Backup\\own.trn'");
            assertEquals(Overall.DONE, later(world, plan, done));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop-before@backup-log:1",
                "drop-after@backup-log:1",
                "drop-after@backup-log:4",
                "drop-after@backup-database:1"
            })
    void whoeverResumesWritesNoneTwice(String fault) throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle(WRAP_AGAIN);
            ApprovedPlan plan = written(world, "E:\\Backup", "Sales");
            range.setFault(fault);
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(world, plan));

            var done = assertInstanceOf(
                    RunResult.Completed.class,
                    world.runner.resume(stopped.trail().folder(), world.target, setting(world)));

            assertEquals(Overall.DONE, done.verification().overall(), told(done));
            assertEquals(List.of("Sales D 0 .bak", "Sales L 0 .trn", "Sales L 0 .trn"), history(world));
        }
    }

    @Test
    void aFolderThatIsNotThereStopsBeforeTheChangeAndIsLeftOutAfterIt() throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            String before = world.look().digest();
            world.meddle(WRAP_AGAIN);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class, run(world, written(world, "\\\\nowhere\\backup", "Sales")));
            assertEquals("sql.3201", stopped.problem().code(), stopped.problem().toString());
            assertEquals(before, world.look().digest());
            world.meddle("BACKUP LOG Sales TO DISK = N'E:\\Backup\\own.trn'");

            Decider leavesOut = failure -> failure.offered().contains(Decider.Kind.SKIP)
                    ? new Decider.Skip("our own job does it tonight")
                    : new Decider.Stop();
            var setting =
                    new RunSetting(Optional.empty(), world.events::add, leavesOut, () -> false, Rotations.secrets());
            var done = assertInstanceOf(
                    RunResult.Completed.class,
                    world.runner.run(written(world, "F:\\none", "Sales"), world.target, folder, setting));

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
            assertEquals("NEW_KEY", protectors(world).getFirst());
            assertEquals(List.of(), history(world));
        }
    }

    @Test
    void forthBackAndForthAgainWantNoFurtherLogBackup() throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            var done = assertInstanceOf(RunResult.Completed.class, run(world, written(world, "E:\\Backup", "Sales")));
            Path run = done.trail().folder();
            ApprovedPlan back = back(world, run);
            var undone = assertInstanceOf(
                    RunResult.Completed.class, world.runner.backout(run, back, world.target, setting(world)));
            assertEquals(Overall.DONE, undone.verification().overall(), told(undone));
            world.meddle(WRAP_AGAIN + WRAP_AGAIN);

            assertTrue(world.events.stream().noneMatch(RunEvent.Failed.class::isInstance));
            assertEquals(4, history(world).size());
        }
    }

    @Test
    void aJobsOwnBackupAfterTheChangeIsAsGood() throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = written(world, "E:\\Backup", "Sales");
            RunListener job = event -> {
                world.events.add(event);
                if (event instanceof RunEvent.Done done
                        && Rotations.step(plan.plan(), done.step()) instanceof KeyStep.ReadKeyChain) {
                    backUpLog(world);
                }
            };
            var setting = new RunSetting(Optional.empty(), job, Decider.STOPS, () -> false, Rotations.secrets());
            var done =
                    assertInstanceOf(RunResult.Completed.class, world.runner.run(plan, world.target, folder, setting));

            assertEquals(Overall.DONE, done.verification().overall(), told(done));
            assertEquals(List.of("Sales D 0 .bak"), history(world));
        }
    }

    @Test
    void namesFullOfQuotesStayWhole() throws Exception {
        try (Range range = Range.start(quiet("hostile"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = Upgrades.approved(ofScenario(world));
            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));

            assertEquals(Overall.DONE, done.verification().overall(), told(done));
            assertEquals(masked(acts(plan)), masked(world.acts(done.trail().runId())));
            assertTrue(history(world).size() > 1);
        }
    }

    /** All databases of the one key, with the names that are proposed. */
    private static Plan ofScenario(Upgrades world) throws Problem.Raised {
        Inspection seen = world.look();
        ProviderName provider = world.provider().name();
        var offer = new RotationOffer(seen, Upgrades.CLOCK.instant());
        AsymmetricKeyName from = RotationOffer.wrapping(seen, provider).getFirst();
        RotateChoices.NewNames names = offer.names(from);
        var choices = new RotateChoices(
                provider,
                from,
                new RotateChoices.NewKey(
                        KeyReference.parse("tde-key-2026"),
                        Optional.empty(),
                        names,
                        new ClientId("00000000-7072-6163-7469-636500000001")),
                offer.databases(from, names.key()),
                Assurances.NONE,
                new RotateChoices.BackupFolders(there(), there()),
                RotateChoices.Further.NONE);
        var outcome = Planner.plan(Estate.of(seen), choices, Upgrades.CLOCK.instant());
        return assertInstanceOf(PlanOutcome.Ready.class, outcome, outcome.toString())
                .plan();
    }

    private static void backUpLog(Upgrades world) {
        try {
            world.meddle("BACKUP LOG Sales TO DISK = N'E:\\Backup\\job.trn'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Optional<BackupFolder> there() {
        return Optional.of(new BackupFolder("E:\\Backup"));
    }

    private static ApprovedPlan written(Upgrades world, String where, String... databases) throws Problem.Raised {
        Optional<BackupFolder> place = Optional.of(new BackupFolder(where));
        return Upgrades.approved(plan(world, new RotateChoices.BackupFolders(place, place), databases));
    }

    private static Plan plan(Upgrades world, RotateChoices.BackupFolders folders, String... databases)
            throws Problem.Raised {
        var bare = (RotateChoices)
                Rotations.plan(world, "tde-key-2026", List.of(databases)).choices();
        var outcome = Planner.plan(Estate.of(world.look()), bare.with(folders), Upgrades.CLOCK.instant());
        return assertInstanceOf(PlanOutcome.Ready.class, outcome, outcome.toString())
                .plan();
    }

    /** What Keyturn wrote to disk, by the server: database, type, whether a copy, how the file ends. */
    private static List<String> history(Upgrades world) throws SQLException {
        return world.rows("""
                SELECT b.database_name + N' ' + b.type + N' ' + CONVERT(nvarchar(1), b.is_copy_only) + N' '
                  + RIGHT(f.physical_device_name, 4)
                FROM msdb.dbo.backupset AS b
                JOIN msdb.dbo.backupmediafamily AS f ON f.media_set_id = b.media_set_id
                WHERE f.physical_device_name LIKE N'E:\\Backup\\Keyturn[_]2%' AND b.name LIKE N'Keyturn 2%'
                ORDER BY 1""");
    }

    @ParameterizedTest
    @CsvSource({
        "https://store.blob.core.windows.net/backup, SHARED ACCESS SIGNATURE",
        "s3://store.example:9000/backup, S3 Access Key"
    })
    void aContainerTakesThemWhereACredentialOfItsNameOpensIt(String container, String identity) throws Exception {
        try (Range range = Range.start(quiet("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            world.meddle("CREATE CREDENTIAL [" + container + "] WITH IDENTITY = N'" + identity
                    + "', SECRET = N'practice:practice'");
            var there = Optional.of(new BackupFolder(container + "/daily/"));
            ApprovedPlan plan = Upgrades.approved(plan(world, new RotateChoices.BackupFolders(there, there), "Sales"));
            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));

            assertEquals(Overall.DONE, done.verification().overall(), told(done));
            assertEquals(
                    2,
                    world.acts(done.trail().runId()).stream()
                            .filter(act -> act.contains("TO URL = N'" + container + "/daily/Keyturn_"))
                            .count());
        }
    }

    private static Overall later(Upgrades world, ApprovedPlan plan, RunResult.Completed done) throws Problem.Raised {
        return Verifier.verify(plan.plan(), world.look(), done.trail().seen()).overall();
    }

    /** One log backup is enough there. */
    private static RangeOptions quiet(String scenario) {
        return RangeOptions.of(scenario).withFaults(List.of("quiet-log"));
    }
}
