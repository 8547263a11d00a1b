package keyturn.run.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.NamedFacts;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.Refusal;
import keyturn.run.RunResult;
import keyturn.run.Upgrades;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalReading;
import keyturn.run.resume.Standing.Reached;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.script.json.SavedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on after a run ended early: looks first, does nothing twice, goes back the same way. */
@BesideOthers
final class ResumeTest {

    private final Path folder;

    ResumeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Range range(String... faults) throws java.io.IOException {
        return Range.start(RangeOptions.of("healthy").withFaults(List.of(faults)));
    }

    private Path stopped(Upgrades upgrades) throws Problem.Raised {
        var result = upgrades.runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting());
        return assertInstanceOf(RunResult.Stopped.class, result).trail().folder();
    }

    @Test
    void anActThatWasDoneBeforeItsAnswerWasLostIsJournalledAndNotSentAgain() throws Exception {
        try (Range range = range("drop-after@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);

            Found found = upgrades.resume.look(run, upgrades.target);
            Standing point = found.steps().get(4);
            assertEquals(Reached.UNKNOWN, point.reached());
            assertInstanceOf(keyturn.plan.fact.Holds.Yes.class, point.now());
            assertInstanceOf(Offer.Continue.class, found.offers().getFirst());
            assertTrue(found.offers().stream().anyMatch(Offer.BackOut.class::isInstance));

            var done = assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.resume(run, upgrades.target, upgrades.setting()));
            assertEquals(Overall.PENDING_RESTART, done.verification().overall());
            List<String> acts = upgrades.acts(found.run().runId());
            assertEquals(
                    1, acts.stream().filter(act -> act.contains("FROM FILE")).count());
            assertEquals(4 + 1 + 1 + 1 + 4, acts.size());
            assertEquals(
                    List.of("started 5", "unanswered 5", "resumed", "done 5", "started 6", "done 6", "started 7"),
                    Upgrades.told(run).subList(9, 16));
            assertTrue(found.run().journal().state() instanceof JournalReading.Whole);
        }
    }

    @Test
    void anActThatNeverCameThereIsSentAgain() throws Exception {
        try (Range range = range("drop-before@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            upgrades.runner.resume(run, upgrades.target, upgrades.setting());
            assertEquals(Upgrades.NEW.value(), upgrades.provider().dllPath());
            assertEquals(
                    List.of("started 5", "unanswered 5", "resumed", "started 5", "done 5"),
                    Upgrades.told(run).subList(9, 14));
            assertTrue(Files.exists(run.resolve("backout-5.sql")));
            assertTrue(Files.exists(run.resolve("backout-5-again-2.sql")));
        }
    }

    @Test
    void theWayBackIsShownApprovedRunAndVerifiedInTheSameJournal() throws Exception {
        try (Range range = range("drop-after@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            String before = upgrades.provider().dllPath();
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);

            var done = assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.backout(run, back, upgrades.target, upgrades.setting()));
            assertEquals(Overall.DONE, done.verification().overall());
            assertEquals(before, upgrades.provider().dllPath());
            List<String> told = Upgrades.told(run);
            assertEquals("undone", told.getLast());
            assertEquals(List.of("backout", "approved", "started 1", "done 1", "started 2"), told.subList(11, 16));

            Found after = upgrades.resume.look(run, upgrades.target);
            assertEquals(List.of(new Offer.NothingLeft()), after.offers());
        }
    }

    @Test
    void aWayBackThatBrokeIsGoneOnWithAndNotBegunTwice() throws Exception {
        try (Range range = range("drop-after@alter-provider:1", "drop-after@alter-provider:2")) {
            Upgrades upgrades = new Upgrades(range, folder);
            String before = upgrades.provider().dllPath();
            Path run = stopped(upgrades);
            ApprovedPlan back = back(upgrades, run);
            assertInstanceOf(
                    RunResult.Stopped.class, upgrades.runner.backout(run, back, upgrades.target, upgrades.setting()));

            var again = assertThrows(
                    Problem.Raised.class,
                    () -> upgrades.runner.backout(run, back, upgrades.target, upgrades.setting()));
            assertEquals("run.backBegun", again.problem().code());
            assertTrue(upgrades.resume.look(run, upgrades.target).run().goingBack());
            assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.resume(run, upgrades.target, upgrades.setting()));
            assertEquals(before, upgrades.provider().dllPath());
            assertEquals("undone", Upgrades.told(run).getLast());
            assertEquals(
                    2,
                    upgrades.acts(again(run)).stream()
                            .filter(act -> act.contains("FROM FILE"))
                            .count());
        }
    }

    private static String again(Path run) {
        return String.valueOf(run.getFileName());
    }

    private static ApprovedPlan back(Upgrades upgrades, Path run) throws Problem.Raised {
        Found found = upgrades.resume.look(run, upgrades.target);
        var offer = found.offers().stream()
                .filter(Offer.BackOut.class::isInstance)
                .map(Offer.BackOut.class::cast)
                .findFirst()
                .orElseThrow();
        String digest = Resume.write(found.run(), offer.plan()).digest();
        assertEquals(
                Optional.of(offer.plan()), Resume.written(found.run(), digest).map(SavedPlan::plan));
        return Upgrades.approved(offer.plan());
    }

    @Test
    void aFailedFirstChangeOffersToRetryAndNoWayBackThatWouldNotFit() throws Exception {
        try (Range range = range("bad-signature@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            Found found = upgrades.resume.look(run, upgrades.target);
            assertInstanceOf(Offer.Continue.class, found.offers().getFirst());
            assertFalse(found.offers().stream().anyMatch(Offer.BackOut.class::isInstance));
            assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.resume(run, upgrades.target, upgrades.setting()));
        }
    }

    @Test
    void aServerThatSomebodyElseChangedMeanwhileIsNotGoneOnWith() throws Exception {
        try (Range range = range("drop-before@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            upgrades.meddle("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;");
            Found found = upgrades.resume.look(run, upgrades.target);
            assertInstanceOf(Offer.Continue.class, found.offers().getFirst(), "a begun FROM FILE may switch it off");
            assertTrue(found.offers().stream().anyMatch(Offer.OnlyEnable.class::isInstance));

            upgrades.meddle("ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;");
            var cannot = assertInstanceOf(
                    Offer.Cannot.class,
                    upgrades.resume.look(run, upgrades.target).offers().getFirst());
            FactKey state = NamedFacts.OF_RANGE.of("Sales", DatabaseFact.STATE);
            assertTrue(
                    cannot.problem().summary().text().startsWith(state.words().text()),
                    cannot.problem().summary().text());
            var refused = assertInstanceOf(
                    RunResult.Refused.class, upgrades.runner.resume(run, upgrades.target, upgrades.setting()));
            assertEquals(
                    state,
                    assertInstanceOf(Refusal.FactMoved.class, refused.why())
                            .moved()
                            .fact());
        }
    }

    @Test
    void anEditedJournalIsNotGoneOnWith() throws Exception {
        try (Range range = range("drop-before@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            Path journal = run.resolve(Journal.FILE);
            Files.writeString(journal, Files.readString(journal).replace("\"started\"", "\"skipped\""));
            var refused = assertThrows(Problem.Raised.class, () -> upgrades.resume.look(run, upgrades.target));
            assertEquals("journal.edited", refused.problem().code());
        }
    }

    @Test
    void aPersonWhoIsAskedMayRetryAndTheLookDecidesWhatThatMeans() throws Exception {
        try (Range range = range("drop-after@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            var asked = new java.util.ArrayList<Decider.Failure>();
            var result =
                    upgrades.runner.run(upgrades.approved(), upgrades.target, folder, upgrades.deciding(failure -> {
                        asked.add(failure);
                        return new Decider.Retry();
                    }));
            var done = assertInstanceOf(RunResult.Completed.class, result);
            assertEquals(1, asked.size());
            assertTrue(asked.getFirst().inGroup(), "what was begun may be half done");
            assertFalse(asked.getFirst().offered().contains(Decider.Kind.SKIP));
            List<String> acts = upgrades.acts(done.trail().runId());
            assertEquals(
                    1, acts.stream().filter(act -> act.contains("FROM FILE")).count());
        }
    }

    @Test
    void onlyWhatNothingReliesOnMayBeLeftOutAndOnlyWithAReason() throws Exception {
        try (Range range = range("provider-code=3303@backup-log:2")) {
            Upgrades upgrades = new Upgrades(range, folder);
            ApprovedPlan plan = upgrades.approved();
            var result = upgrades.runner.run(
                    plan, upgrades.target, folder, upgrades.deciding(failure -> new Decider.Skip("vault is patched")));
            assertEquals(
                    new StepId(2),
                    assertInstanceOf(RunResult.Stopped.class, result).at());
        }
        try (Range range = range("provider-code=3303@backup-log:5")) {
            Upgrades upgrades = new Upgrades(range, folder);
            var reasons = new java.util.ArrayDeque<>(List.of("vault is patched"));
            var result = upgrades.runner.run(
                    upgrades.approved(),
                    upgrades.target,
                    folder,
                    upgrades.deciding(failure -> new Decider.Skip(reasons.poll())));
            var done = assertInstanceOf(RunResult.Completed.class, result);
            assertTrue(
                    Files.readString(done.journal()).contains("\"kind\":\"left-out\",\"reason\":\"vault is patched\""));
            assertEquals(List.of(), List.copyOf(reasons));
        }
    }
}
