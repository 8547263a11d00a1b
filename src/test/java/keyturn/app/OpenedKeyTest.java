package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.step.KeyStep;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.rehearsal.PracticeWorld;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.sql.SqlConnector;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault key that is given a newer version while the server opens it: no database is wrapped with what nobody meant. */
final class OpenedKeyTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String VAULT = "keyturn-practice-vault";

    private final TargetConnector connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
    private final Inspector inspector = new Inspector(CLOCK);
    private final Runner runner = new Runner(connector, inspector, RealDoors.all(), CLOCK);

    @TempDir
    Path folder;

    @Test
    void theRunStopsBeforeADatabaseIsWrappedAndTheWayBackTakesTheKeyAway() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                PracticeWorld world = new PracticeWorld(range, closed -> {});
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
            Inspection before = look(world.target());
            Plan plan = plan(before);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class, runner.run(approved(plan), world.target(), folder, setting(plan, event -> {
                        outside.keys(range).createRsaKey(new CreateRsaKeyOptions("tde-key-2026").setKeySize(2048));
                    })));

            assertEquals("plan.opened.other", stopped.problem().code(), stopped.toString());
            assertTrue(range.log().entries().stream()
                    .noneMatch(entry -> entry.text().contains("ALTER DATABASE ENCRYPTION KEY")));
            Inspection between = look(world.target());
            assertEquals(before.facts().databases(), between.facts().databases());

            var again = assertInstanceOf(
                    RunResult.Stopped.class,
                    runner.resume(stopped.trail().folder(), world.target(), setting(plan, event -> {})));
            assertEquals("plan.opened.other", again.problem().code(), again.toString());

            back(stopped.trail().folder(), world.target(), plan);
            Inspection after = look(world.target());
            assertEquals(
                    before.facts().asymmetricKeys().value(),
                    after.facts().asymmetricKeys().value());
            assertEquals(
                    before.facts().keyLogins().value(),
                    after.facts().keyLogins().value());
            assertEquals(
                    before.facts().credentials().value(),
                    after.facts().credentials().value());
        }
    }

    private void back(Path run, Target target, Plan plan) throws Problem.Raised {
        var found = new Resume(connector, inspector, CLOCK).look(run, target);
        Plan back = found.offers().stream()
                .filter(Offer.BackOut.class::isInstance)
                .map(offer -> ((Offer.BackOut) offer).plan())
                .findFirst()
                .orElseThrow();
        Resume.write(found.run(), back);
        assertInstanceOf(
                RunResult.Completed.class, runner.backout(run, approved(back), target, setting(plan, event -> {})));
    }

    /** @param meanwhile once the statement that opens the key is about to be sent */
    private static RunSetting setting(Plan plan, Consumer<RunEvent> meanwhile) {
        return new RunSetting(
                Optional.empty(),
                event -> {
                    if (event instanceof RunEvent.Started started && opens(plan, started)) {
                        meanwhile.accept(event);
                    }
                },
                Decider.STOPS,
                () -> false,
                number -> Optional.of(Secret.of("practice~NotASecret.OfAnybody-0123456789".toCharArray())));
    }

    private static boolean opens(Plan plan, RunEvent.Started started) {
        return plan.steps().get(started.step().number() - 1) instanceof KeyStep.OpenKey;
    }

    private Inspection look(Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.inspect(session);
        }
    }

    private static ApprovedPlan approved(Plan plan) {
        Scripts scripts = Scripts.of(plan);
        return new ApprovedPlan(
                plan, scripts, new Approval(scripts.digest(), "tester", CLOCK.instant(), Optional.of("CHG-1")));
    }

    private static Plan plan(Inspection seen) {
        var choices = RotateChoices.of(
                new ProviderName("AzureKeyVault_EKM"),
                new AsymmetricKeyName("TDE_Key_2024"),
                new RotateChoices.NewKey(
                        KeyReference.parse("tde-key-2026"),
                        Optional.empty(),
                        new RotateChoices.NewNames(
                                new AsymmetricKeyName("NEW_KEY"),
                                new LoginName("NEW_LOGIN"),
                                new CredentialName("NEW_CRED")),
                        new ClientId("00000000-7072-6163-7469-636500000001")),
                List.of(new DatabaseName("Sales")));
        var outcome = Planner.plan(Estate.of(seen), choices, CLOCK.instant());
        return assertInstanceOf(PlanOutcome.Ready.class, outcome, outcome.toString())
                .plan();
    }
}
