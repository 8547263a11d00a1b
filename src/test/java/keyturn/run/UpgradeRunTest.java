package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Inspector;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.NamedFacts;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upgrade in place, through the driver, on the practice range. */
@BesideOthers
final class UpgradeRunTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final DllPath NEW =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");

    private final Path folder;
    private final SqlConnector connector = new SqlConnector("1.2.3");
    private final Inspector inspector = new Inspector(CLOCK);
    private final List<RunEvent> events = new ArrayList<>();

    UpgradeRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatWasPreviewedIsSentAndTheVerdictIsPendingRestart() throws Exception {
        try (Range range = Range.start(RangeOptions.of("enabled-after"))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var done = assertInstanceOf(RunResult.Completed.class, run(plan, target, () -> false));

            assertEquals(
                    Verification.Overall.PENDING_RESTART, done.verification().overall());
            List<Event> told = journal(done.journal(), id(plan, ProviderStep.EnableProvider.class));
            assertEquals(List.of(Event.SKIPPED), told, "the provider stays enabled here");
            assertEquals(
                    acts(plan, id(plan, ProviderStep.EnableProvider.class)),
                    sent(range, done.trail().runId()));
            Inspection after = done.trail().after().orElseThrow();
            assertEquals(
                    NEW.value(),
                    after.facts().providers().value().orElseThrow().getFirst().dllPath());
            Path evidence = new EvidenceWriter("1.2.3").write(done).path();
            assertTrue(Files.readString(evidence).contains("\"overall\" : \"PENDING_RESTART\""));
            assertTrue(Files.readString(done.trail().folder().resolve("backout.sql"))
                    .contains("ALTER CRYPTOGRAPHIC PROVIDER"));
            assertThrows(
                    Problem.Raised.class,
                    () -> new EvidenceWriter("1.2.3").write(done).path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "case-sensitive"})
    void aProviderThatReadsDisabledAfterwardsIsEnabled(String scenario) throws Exception {
        try (Range range = Range.start(RangeOptions.of(scenario))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var done = assertInstanceOf(RunResult.Completed.class, run(plan, target, () -> false));

            assertEquals(
                    List.of(Event.STARTED, Event.DONE),
                    journal(done.journal(), id(plan, ProviderStep.EnableProvider.class)));
            assertEquals(acts(plan), sent(range, done.trail().runId()));
            assertTrue(done.trail()
                    .after()
                    .orElseThrow()
                    .facts()
                    .providers()
                    .value()
                    .orElseThrow()
                    .getFirst()
                    .enabled());
        }
    }

    @Test
    void aConnectionThatBreaksDuringAnActLeavesItUnknownAndNothingIsSentAgain() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(plan, target, () -> false));

            StepId point = id(plan, ProviderStep.PointProvider.class);
            assertEquals(point, stopped.at());
            assertEquals("sql.lost", stopped.problem().code());
            assertEquals(List.of(Event.STARTED, Event.UNANSWERED), journal(stopped.journal(), point));
            assertEquals(
                    acts(plan).subList(0, point.number()),
                    sent(range, stopped.trail().runId()));
            assertEquals(
                    NEW.value(),
                    stopped.trail()
                            .after()
                            .orElseThrow()
                            .facts()
                            .providers()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .dllPath(),
                    "it was done all the same, and the last look says so");
            assertInstanceOf(RunEvent.Stopped.class, events.getLast());
            assertTrue(Files.exists(new EvidenceWriter("1.2.3").write(stopped).path()));
        }
    }

    @Test
    void aRefusalStopsTheRunWithTheServersOwnNumber() throws Exception {
        try (Range range =
                Range.start(RangeOptions.of("healthy").withFaults(List.of("bad-signature@alter-provider:1")))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(plan, target, () -> false));
            assertTrue(
                    stopped.problem().code().matches("sql\\.33\\d\\d\\d"),
                    stopped.problem().toString());
            assertEquals(
                    List.of(Event.STARTED, Event.FAILED),
                    journal(stopped.journal(), id(plan, ProviderStep.PointProvider.class)));
        }
    }

    @Test
    void aPlanWhoseWorldMovedIsRefusedBeforeAnyAct() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            run(plan, target, () -> false);
            int before = range.log().entries().size();
            var refused = assertInstanceOf(RunResult.Refused.class, run(plan, target, () -> false));

            var moved = assertInstanceOf(Refusal.FactMoved.class, refused.why()).moved();
            assertEquals(NamedFacts.OF_RANGE.of(ProviderFact.DLL_PATH), moved.fact());
            assertEquals(new FactValue.Text(NEW.value()), moved.is());
            assertTrue(range.log().entries().stream()
                    .skip(before)
                    .allMatch(entry -> entry.program().matches("Keyturn/.*/(read|lock)")));
        }
    }

    @Test
    void aStopAskedForAfterFromFileWaitsForTheDecisionOnEnable() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class,
                    run(
                            plan,
                            target,
                            () -> events.stream()
                                    .anyMatch(event -> event instanceof RunEvent.Started begun
                                            && begun.step().equals(id(plan, ProviderStep.PointProvider.class)))));

            StepId read = id(plan, ProviderStep.ReadProvider.class);
            assertEquals(read, stopped.at());
            assertEquals("run.stopped", stopped.problem().code());
            assertEquals(
                    acts(plan).subList(0, read.number() - 1),
                    sent(range, stopped.trail().runId()));
        }
    }

    @Test
    void aTestThatFailsBeforeTheChangeStopsTheRunAndNothingIsChanged() throws Exception {
        try (Range range =
                Range.start(RangeOptions.of("healthy").withFaults(List.of("provider-code=3303@backup-log:2")))) {
            Target target = RangeTargets.administrator(range);
            ApprovedPlan plan = approved(target);
            var stopped = assertInstanceOf(RunResult.Stopped.class, run(plan, target, () -> false));

            assertEquals(new StepId(2), stopped.at());
            assertEquals("run.stopped.unchanged", stopped.why().key());
            assertTrue(
                    stopped.why().text().contains("Nothing was changed"),
                    stopped.why().text());
            assertEquals(acts(plan).subList(0, 2), sent(range, stopped.trail().runId()));
            assertEquals(
                    stopped.trail().before().facts().providers(),
                    stopped.trail().after().orElseThrow().facts().providers());
        }
    }

    /** The first step of this kind. */
    private static StepId id(ApprovedPlan plan, Class<? extends Step> kind) {
        return plan.plan().steps().stream()
                .filter(kind::isInstance)
                .map(Step::id)
                .findFirst()
                .orElseThrow();
    }

    private RunResult run(ApprovedPlan plan, Target target, BooleanSupplier stop) throws Problem.Raised {
        return new Runner(connector, inspector, RealDoors.all(), CLOCK).run(plan, target, folder, events::add, stop);
    }

    private ApprovedPlan approved(Target target) throws Problem.Raised {
        Inspection seen;
        try (var session = connector.open(target)) {
            seen = inspector.inspect(session);
        }
        var choices = new UpgradeChoices(new ProviderName("AzureKeyVault_EKM"), NEW);
        var ready = assertInstanceOf(PlanOutcome.Ready.class, Planner.plan(Estate.of(seen), choices, CLOCK.instant()));
        Scripts scripts = Scripts.of(ready.plan());
        var approval = new Approval(scripts.digest(), "tester", CLOCK.instant(), Optional.of("CHG-1"));
        return new ApprovedPlan(ready.plan(), scripts, approval);
    }

    private static List<Event> journal(Path file, StepId step) throws Problem.Raised {
        JournalReading reading = Journal.read(file);
        assertEquals(new JournalReading.Whole(), reading.state());
        return reading.entries().stream()
                .filter(entry -> entry.step().equals(Optional.of(step)))
                .map(JournalEntry::event)
                .toList();
    }

    private static List<String> acts(ApprovedPlan plan, StepId... skipped) {
        return plan.scripts().steps().stream()
                .filter(step -> !List.of(skipped).contains(step.id()))
                .map(step -> step.act().shownAsTSql())
                .toList();
    }

    private static List<String> sent(Range range, String runId) {
        return range.log().entries().stream()
                .filter(entry -> entry.program().equals("Keyturn/" + runId + "/act"))
                .map(RequestLog.Entry::text)
                .toList();
    }
}
