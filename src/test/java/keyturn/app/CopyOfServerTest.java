package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Facts;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.evidence.InspectionJson;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds.Files;
import keyturn.inspect.Worlds.World;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.StepWords;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A practice world that is made from an inspection of another server. */
@BesideOthers
final class CopyOfServerTest {

    private static final Connector CONNECTOR = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
    private static final Inspector INSPECTOR = new Inspector(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "old-1040", "key-gone"})
    void aCopyHasWhatTheInspectionTellsAndAnIdentityOfItsOwn(String scenario) throws Exception {
        try (PracticeWorlds worlds = new PracticeWorlds()) {
            Inspection seen = look(worlds.start(scenario, List.of()));
            World world = worlds.copy(InspectionJson.write(seen), List.of(), Files.NONE);
            assertTrue(world.differences().size() >= 2, "what a copy cannot know is said");
            Inspection copy = look(world);
            assertTrue(copy.identity().practice());
            assertNotEquals(seen.identity().name(), copy.identity().name());
            assertEquals(seen.identity().productVersion(), copy.identity().productVersion());
            assertEquals(told(seen.facts()), told(copy.facts()));
            assertEquals(
                    Forecast.of(seen).causes().stream().map(Object::getClass).toList(),
                    Forecast.of(copy).causes().stream().map(Object::getClass).toList(),
                    "what would fail there fails here");
        }
    }

    @Test
    void theUpgradeThatIsPlannedThereIsPlannedOnTheCopyStepByStep() throws Exception {
        try (PracticeWorlds worlds = new PracticeWorlds()) {
            Inspection seen = look(worlds.start("healthy", List.of()));
            Inspection copy = look(worlds.copy(InspectionJson.write(seen), List.of(), Files.NONE));
            assertEquals(steps(seen), steps(copy));
        }
    }

    @Test
    void whatIsNoInspectionIsRefused() {
        try (PracticeWorlds worlds = new PracticeWorlds()) {
            for (String text : List.of(
                    "{}", "no JSON", "{\"server\":{\"version\":\"12.0.1.1\"},\"takenAt\":\"2026-11-27T16:00:00Z\"}")) {
                Problem.Raised refused =
                        assertThrows(Problem.Raised.class, () -> worlds.copy(text, List.of(), Files.NONE));
                assertEquals("rehearsal.copy", refused.problem().code());
            }
        }
    }

    private static Inspection look(World world) throws Problem.Raised {
        try (Session session = CONNECTOR.open(world.target())) {
            return INSPECTOR.inspect(session);
        }
    }

    private static List<String> steps(Inspection seen) {
        Provider provider = seen.facts().providers().value().orElseThrow().getFirst();
        DllPath newest = seen.facts().dllFiles().value().orElseThrow().stream()
                .map(file -> file.path())
                .filter(path -> path.value().contains("15.0.2000.440"))
                .findFirst()
                .orElseThrow();
        var outcome = Planner.plan(Estate.of(seen), new UpgradeChoices(provider.name(), newest), seen.takenAt());
        return ((PlanOutcome.Ready) outcome)
                .plan().steps().stream().map(StepWords::title).toList();
    }

    /** Names and states, in an order of their own. */
    private static List<String> told(Facts facts) {
        return Stream.of(
                        facts.providers().value().orElseThrow().stream()
                                .map(one ->
                                        one.name() + " " + one.dllPath() + " " + one.version() + " " + one.enabled()),
                        facts.loadedModules().value().orElseThrow().stream()
                                .map(one -> one.path() + " " + one.version()),
                        facts.databases().value().orElseThrow().stream()
                                .map(one -> one.name() + " " + one.state() + " " + one.recoveryModel() + " "
                                        + one.key().value().flatMap(key -> key.map(found -> found.state()))),
                        facts.asymmetricKeys().value().orElseThrow().stream()
                                .map(one -> one.name() + " " + one.length() + " "
                                        + one.thumbprint().isShort()),
                        facts.keyLogins().value().orElseThrow().stream()
                                .map(one ->
                                        one.name() + " " + one.key() + " " + one.disabled() + " " + one.credential()),
                        facts.credentials().value().orElseThrow().stream()
                                .map(one -> one.name().toString()),
                        facts.around().sizes().value().orElseThrow().stream()
                                .map(one -> one.database() + " " + one.dataMegabytes() + " " + one.logMegabytes()))
                .flatMap(all -> all)
                .sorted()
                .toList();
    }
}
