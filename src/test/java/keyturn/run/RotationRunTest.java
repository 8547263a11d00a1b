package keyturn.run;

import static keyturn.run.Rotations.acts;
import static keyturn.run.Rotations.approved;
import static keyturn.run.Rotations.assertNoSecret;
import static keyturn.run.Rotations.back;
import static keyturn.run.Rotations.backUp;
import static keyturn.run.Rotations.key;
import static keyturn.run.Rotations.masked;
import static keyturn.run.Rotations.protectors;
import static keyturn.run.Rotations.run;
import static keyturn.run.Rotations.secrets;
import static keyturn.run.Rotations.setting;
import static keyturn.run.Rotations.step;
import static keyturn.run.Rotations.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.evidence.EvidenceWriter;
import keyturn.plan.step.KeyStep;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.resume.LaterLook;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key for databases, through the driver, on the practice range. */
@BesideOthers
final class RotationRunTest {

    @TempDir
    Path folder;

    @Test
    void whatWasPreviewedIsSentAndTheDatabasesHangOnTheNewKey() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("quiet-log")))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger", "Payroll", "Archive");
            var done = assertInstanceOf(RunResult.Completed.class, run(world, plan));

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
            assertEquals(masked(acts(plan)), masked(world.acts(done.trail().runId())));
            assertEquals(List.of("NEW_KEY", "NEW_KEY", "NEW_KEY", "NEW_KEY"), protectors(world));
            assertTrue(world.look().facts().keyLogins().value().orElseThrow().stream()
                    .anyMatch(login -> login.name().value().equals("TDE_Login")
                            && login.credential().isPresent()));
            Path evidence = new EvidenceWriter("1.2.3").write(done).path();
            assertTrue(Files.readString(evidence).contains("\"overall\" : \"OLD_KEY_NEEDED\""));
            assertNoSecret(done.trail().folder());
            world.meddle(backUp("Sales") + backUp("Ledger") + backUp("Payroll")
                    + "BACKUP DATABASE Archive TO DISK = N'a.bak';");
            var later = new LaterLook(world.connector, world.inspector).look(plan.plan(), world.target);
            assertEquals(
                    Overall.DONE,
                    keyturn.plan.verify.Verifier.verify(
                                    plan.plan(),
                                    later.inspection(),
                                    done.trail().seen())
                            .overall());
        }
    }

    @Test
    void theWayBackWrapsAgainAndDropsNothing() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            var done = assertInstanceOf(RunResult.Completed.class, run(world, approved(world, "Sales", "Archive")));
            Path run = done.trail().folder();
            ApprovedPlan back = back(world, run);

            var undone = assertInstanceOf(
                    RunResult.Completed.class, world.runner.backout(run, back, world.target, setting(world)));

            assertEquals(List.of("OLD", "OLD", "OLD", "OLD"), protectors(world));
            assertEquals(Overall.OLD_KEY_NEEDED, undone.verification().overall(), told(undone));
            assertTrue(key(world.look(), "NEW_KEY").isPresent());
        }
    }

    @Test
    void aNameThatIsTakenMeanwhileStopsTheRunAndTheWayBackDropsWhatItMade() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales");
            String before = world.look().digest();
            world.meddle("CREATE CREDENTIAL [NEW_CRED] WITH IDENTITY = N'somebody else'");
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(world, plan));

            assertEquals(
                    "run.moved", stopped.problem().code(), stopped.problem().toString());
            assertEquals(
                    Message.of("plan.found.credentialThere", "NEW_CRED").text(),
                    stopped.problem().summary().text());
            assertEquals(List.of("OLD", "OLD", "OLD", "OLD"), protectors(world));
            Path run = stopped.trail().folder();
            world.runner.backout(run, back(world, run), world.target, setting(world));
            world.meddle("DROP CREDENTIAL [NEW_CRED]");
            assertEquals(before, world.look().digest());
        }
    }

    @Test
    void aKeyThatIsNotInTheVaultStopsBeforeAnythingIsMade() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            String before = world.look().digest();
            var stopped =
                    assertInstanceOf(RunResult.Stopped.class, run(world, approved(world, "no-such-key", "Sales")));

            assertEquals(
                    "sql.33049", stopped.problem().code(), stopped.problem().toString());
            assertEquals(before, world.look().digest());
        }
    }

    @Test
    void whoeverResumesGoesOnBetweenTwoDatabases() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            ApprovedPlan plan = approved(world, "Sales", "Ledger");
            var asked = new RunSetting(
                    Optional.empty(),
                    world.events::add,
                    Decider.STOPS,
                    () -> world.events.stream()
                            .anyMatch(event -> event instanceof RunEvent.Done done
                                    && step(plan.plan(), done.step()) instanceof KeyStep.ReencryptDatabase),
                    secrets());
            var stopped =
                    assertInstanceOf(RunResult.Stopped.class, world.runner.run(plan, world.target, folder, asked));
            assertEquals(List.of("NEW_KEY", "OLD", "OLD", "OLD"), protectors(world));

            var done = assertInstanceOf(
                    RunResult.Completed.class,
                    world.runner.resume(stopped.trail().folder(), world.target, setting(world)));

            assertEquals(Overall.OLD_KEY_NEEDED, done.verification().overall(), told(done));
            assertEquals(List.of("NEW_KEY", "NEW_KEY", "OLD", "OLD"), protectors(world));
        }
    }
}
