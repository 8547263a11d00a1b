package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.inspect.Connector;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Resume;
import keyturn.script.ApprovedPlan;
import keyturn.tools.BesideOthers;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-out that was approved is in the journal before anything else of it is done. */
@BesideOthers
final class BackOutIntentTest {

    private final Path folder;

    BackOutIntentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whoResumesAfterACrashRightThenGoesBack() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, folder);
            String before = upgrades.provider().dllPath();
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            var openings = new Openings(Upgrades.CLOCK, upgrades.setting());
            openings.intentOf(RunRecord.open(run), back).declare();

            RunRecord intended = RunRecord.open(run);
            assertTrue(intended.intendsBackOut());
            assertTrue(intended.goingBack());
            Found found = upgrades.resume.look(run, upgrades.target);
            assertEquals(
                    List.of(new Offer.Continue(back.plan().steps())),
                    found.offers(),
                    "what else is offered is refused");

            var done = assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.resume(run, upgrades.target, upgrades.setting()));
            assertEquals(Overall.DONE, done.verification().overall());
            assertEquals(before, upgrades.provider().dllPath());
        }
    }

    @Test
    void oneThatTheLookForbidsIsOverAndThePlanCanGoOn() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            upgrades.meddle("ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;");

            var refused = upgrades.runner.backout(run, back, upgrades.target, upgrades.setting());

            assertInstanceOf(RunResult.Refused.class, refused);
            RunRecord after = RunRecord.open(run);
            assertEquals(Event.STOPPED, after.journal().entries().getLast().event());
            assertFalse(after.goingBack());
            assertEquals(1, after.parts().size());

            try (Journal journal = JournalOpening.afterwards(after.journalFile(), after.journal(), Upgrades.CLOCK)
                    .orElseThrow()) {
                journal.verified("what a later look found");
            }
            assertFalse(RunRecord.open(run).goingBack(), "a later look revives nothing");
            assertEquals(1, RunRecord.open(run).parts().size());
        }
    }

    @Test
    void oneThatCannotBeWithdrawnIsSaidWithTheReason() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            upgrades.meddle("ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;");
            Connector losing = target -> {
                lose(run.resolve(Journal.FILE));
                return upgrades.connector.open(target);
            };
            var runner = new Runner(losing, upgrades.inspector, RealDoors.all(), Upgrades.CLOCK);

            Problem.Raised told = assertThrows(
                    Problem.Raised.class, () -> runner.backout(run, back, upgrades.target, upgrades.setting()));
            assertEquals("run.stillIntended", told.problem().code());
            assertTrue(told.problem().detail().isPresent());
        }
    }

    private static void lose(Path journal) {
        try {
            Files.deleteIfExists(journal);
        } catch (IOException stays) {
            throw new AssertionError(stays);
        }
    }

    @Test
    void oneWhoseFirstStepWasSentIsNotWithdrawn() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            new Openings(Upgrades.CLOCK, upgrades.setting())
                    .intentOf(RunRecord.open(run), back)
                    .declare();
            assertTrue(RunRecord.open(run).mayGoEitherWay());
            started(run, back.plan().steps().getFirst());

            assertFalse(RunRecord.open(run).mayGoEitherWay(), "nobody knows whether it took effect");
            Problem.Raised refused = assertThrows(Problem.Raised.class, () -> upgrades.runner.withdrawBackOut(run));
            assertEquals("run.backBegun", refused.problem().code());
        }
    }

    /** As the journal has a step whose program was killed while it waited for the answer. */
    private static void started(Path run, Step step) throws Exception {
        RunRecord record = RunRecord.open(run);
        Line begun =
                Line.of(Event.RESUMED, record.current().approved().scripts().digest());
        Line sent = Line.of(Event.STARTED).at(step.id(), step.node());
        JournalOpening.goOn(record.journalFile(), record.journal(), Upgrades.CLOCK, List.of(begun, sent))
                .close();
    }

    @Test
    void oneWhoseApprovalWasHalfWrittenIsApprovedAgain() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, folder);
            String before = upgrades.provider().dllPath();
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            Files.writeString(run.resolve(".backout-approval-1.json.part"), "{");

            assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.backout(run, back, upgrades.target, upgrades.setting()));
            assertEquals(before, upgrades.provider().dllPath());
        }
    }

    private Path stopped(Upgrades upgrades) throws Problem.Raised {
        var result = upgrades.runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting());
        return assertInstanceOf(RunResult.Stopped.class, result).trail().folder();
    }

    private static ApprovedPlan back(Upgrades upgrades, Path run) throws Problem.Raised, IOException {
        Found found = upgrades.resume.look(run, upgrades.target);
        Plan plan = found.offers().stream()
                .filter(Offer.BackOut.class::isInstance)
                .map(offer -> ((Offer.BackOut) offer).plan())
                .findFirst()
                .orElseThrow();
        Resume.write(found.run(), plan);
        return Upgrades.approved(plan);
    }
}
