package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds.World;
import keyturn.plan.due.KnownDates;
import keyturn.plan.flow.FlowName;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.next.NextJobs;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What should be done next in the worlds of the range: the most urgent first, and what keeps it from being done. */
@BesideOthers
final class NextJobsOnRangeTest {

    private static final Period YEAR = Period.ofYears(1);

    @ParameterizedTest
    @CsvSource({
        "healthy, upgrade:start rotate:start backup:start",
        "key-dropped, halfOpen:checks settle:hand rotate:start backup:start",
        "replaced-by-hand, flow.repair.due:start settle:hand upgrade:start",
        "key-gone, repair.versionDisabled:none upgrade:start rotate:start rotate:start backup:start",
        "secret-expired, roll:start upgrade:start rotate:start backup:start",
        "secret-expiring, roll:start upgrade:start rotate:start backup:start",
        "vault-lost, triage.soft-deleted:start settle:hand upgrade:start rotate:start backup:start",
        "pending-restart, pending:hand rotate:start backup:start",
        "key-versions, rotate:start backup:start",
        "ancient-440, upgrade:start rotate:start backup:start",
        "ag3, upgrade:blocked rotate:blocked backup:start",
        "mirrored, upgrade:blocked rotate:blocked backup:start",
        "logshipped, upgrade:blocked rotate:blocked backup:start",
        "fci2, upgrade:blocked rotate:blocked backup:start"
    })
    void theMostUrgentComesFirst(String scenario, String jobs) throws Exception {
        List<NextJob> told = told(scenario, YEAR);
        assertEquals(
                jobs,
                told.stream().map(job -> name(job) + ":" + word(job.way())).collect(Collectors.joining(" ")));
        boolean urgent =
                Stream.of("repair", "roll", "triage", "halfOpen", "flow.repair").anyMatch(jobs::startsWith);
        assertEquals(urgent, told.getFirst().urgency() == Urgency.FIRST, "a restart is in danger");
    }

    @Test
    void aKeyThatIsYoungerThanThePeriodIsNotDue() throws Exception {
        assertEquals(
                List.of("upgrade", "backup"),
                told("healthy", Period.ofYears(2)).stream()
                        .map(NextJobsOnRangeTest::name)
                        .toList());
    }

    @Test
    void aFlowThatIsDueIsStartedByItsName() throws Exception {
        assertEquals(
                List.of("upgrade", "rotate-key", "backup-keys"),
                told("healthy", YEAR).stream()
                        .flatMap(job -> flow(job.way()).stream())
                        .map(FlowName::value)
                        .toList());
    }

    private static List<NextJob> told(String scenario, Period keyAge) throws Exception {
        Inspection seen = seen(scenario);
        return NextJobs.of(seen, Forecast.of(seen), keyAge, KnownDates.NONE);
    }

    /** The key of its words, without what all have. */
    private static String name(NextJob job) {
        return job.what()
                .key()
                .replace("plan.next.", "")
                .replace("plan.triage.", "triage.")
                .replace("flow.upgrade.due", "upgrade")
                .replace("flow.rotate-key.due", "rotate")
                .replace("flow.roll-secret.due", "roll");
    }

    private static Optional<FlowName> flow(Way way) {
        return way instanceof Way.Start start ? Optional.of(start.flow()) : Optional.empty();
    }

    private static String word(Way way) {
        return switch (way) {
            case Way.Start start -> "start";
            case Way.Blocked blocked -> "blocked";
            case Way.NotBuilt none -> "none";
            case Way.Checks checks -> "checks";
            case Way.ByHand hand -> "hand";
        };
    }

    static Inspection seen(String scenario) throws Exception {
        var connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
        try (PracticeWorlds worlds = new PracticeWorlds();
                World world = worlds.start(scenario, List.of());
                Session session = connector.open(world.target())) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }
}
