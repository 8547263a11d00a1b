package keyturn.plan.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.AzureSight.TiedApplication;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.SeenWorld;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.SeenServer;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJobs;
import keyturn.plan.words.RadarWords;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** Which secret is of which application, and what depends on it. */
@BesideOthers
final class SecretRadarTest {

    private static final Instant NOW = SeenServer.NOW;
    private static final CredentialName CRED = new CredentialName("cred");
    private static final CredentialName ADMIN = new CredentialName("admin_cred");
    private static final ClientId OTHER = new ClientId("00000000-0000-4000-8000-000000000002");

    private final SeenServer server = new SeenServer();

    private static Inspection with(SeenServer server, Tie... ties) {
        server.ties = new Ties(List.of(ties));
        return server.inspection();
    }

    private static SecretRadar radar(Inspection seen) {
        return SecretRadar.of(seen, DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(2)));
    }

    private static Tie told(CredentialName credential, ClientId application, int daysAgo) {
        return new Tie(credential, application, new Tie.Told(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private void withAdminCredential() {
        server.credentials = SeenWorld.known(
                List.of(new Credential(1, CRED, "contoso", 65536), new Credential(2, ADMIN, "contoso", 65536)));
    }

    private static AzureSight other(AzureSight seen, int days) {
        var secret = new SecretSeen(
                "other", Optional.empty(), Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(days))));
        Fact<ApplicationSeen> application = SeenWorld.known(new ApplicationSeen(OTHER, "o2", "Other", List.of(secret)));
        return seen.with(List.of(new TiedApplication(OTHER, application)), List.of());
    }

    @Test
    void aCredentialOfWhichNobodyHasSaidAnythingIsUnknown() {
        SecretRadar radar = radar(server.inspection());
        assertEquals(List.of(CRED), radar.untied());
        assertEquals(List.of(), radar.applications().getFirst().dependents(), "nothing is guessed");
    }

    @Test
    void whatWasSaidLeadsToLoginsKeysAndDatabases() {
        withAdminCredential();
        server.azure = server.azure.map(seen -> other(seen, 9));
        SecretRadar radar = radar(with(server, told(CRED, OTHER, 2)));
        Watched other = radar.applications().getFirst();
        assertEquals(Optional.of(NOW.plus(Duration.ofDays(9))), other.end(NOW));
        SecretUsers uses = other.dependents().getFirst().uses();
        assertEquals("[TDE_Login] [TDE_Key] [Sales]", uses.logins() + " " + uses.keys() + " " + uses.databases());
        assertEquals(List.of(ADMIN), radar.untied());
        assertTrue(RadarWords.dependents(other).getFirst().contains("Sales"));
        assertTrue(RadarWords.end(other, NOW).contains("9"));
    }

    @Test
    void whatWasSaidLastCounts() {
        Ties ties = new Ties(List.of(
                told(CRED, OTHER, 1), told(CRED, new ClientId(OTHER.value().replace('2', '3')), 5)));
        assertEquals(List.of(OTHER), ties.applications());
        assertEquals(List.of(CRED), ties.credentialsOf(OTHER));
    }

    @Test
    void eachApplicationHasARowOnTheLineOfTime() {
        server.azure = server.azure.map(seen -> other(seen, 9));
        Inspection seen = with(server, told(CRED, OTHER, 2));
        DependencyGraph graph = DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(2));
        List<DueSubject> rows = TimeLine.of(seen, graph, Period.ofYears(2), KnownDates.NONE).rows().stream()
                .map(TimeRow::subject)
                .toList();
        assertTrue(
                rows.containsAll(List.of(
                        new DueSubject.Secrets(Optional.of("Other")),
                        new DueSubject.Secrets(Optional.of("SQL Server")))),
                rows.toString());
    }

    @Test
    void aManagedIdentityHasNothingToRoll() {
        server.credentials = SeenWorld.known(List.of(new Credential(1, CRED, "Managed Identity", 65536)));
        SecretRadar radar = radar(server.inspection());
        assertEquals(List.of(CRED), radar.managed());
        assertEquals(List.of(), radar.untied());
        assertTrue(RadarWords.rest(radar).getFirst().contains("nothing to roll"));
    }

    /** The one that expires is the one from before. */
    @Test
    void aSecretThatARunHasRolledIsNotDueAgain() {
        Instant given = NOW.minus(Duration.ofHours(1));
        var old = new SecretSeen(
                "old",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofDays(9))),
                Optional.of(NOW.minus(Duration.ofDays(300))));
        var made = new SecretSeen(
                "new",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofDays(300))),
                Optional.of(given));
        Fact<ApplicationSeen> application =
                SeenWorld.known(new ApplicationSeen(OTHER, "o2", "Other", List.of(old, made)));
        server.azure = server.azure.map(seen -> seen.with(List.of(new TiedApplication(OTHER, application)), List.of()));
        assertEquals(1, rolls(with(server, told(CRED, OTHER, 2))));
        assertEquals(0, rolls(with(server, given(given))));
    }

    private static Tie given(Instant at) {
        return new Tie(CRED, OTHER, new Tie.OfRun("r1", at, Optional.of(at), Set.of()));
    }

    /** A year later its own end is near, and no run has given another one since. */
    @Test
    void theSecretThatARunGaveIsDueInItsTurn() {
        Instant given = NOW.minus(Duration.ofDays(356));
        var made = new SecretSeen(
                "new",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofDays(9))),
                Optional.of(given));
        Fact<ApplicationSeen> application = SeenWorld.known(new ApplicationSeen(OTHER, "o2", "Other", List.of(made)));
        server.azure = server.azure.map(seen -> seen.with(List.of(new TiedApplication(OTHER, application)), List.of()));
        assertEquals(1, rolls(with(server, given(given))));
    }

    private static long rolls(Inspection seen) {
        return NextJobs.of(seen, Forecast.of(seen), Period.ofYears(2), KnownDates.NONE).stream()
                .filter(job -> job.what().key().equals("flow.roll-secret.due"))
                .count();
    }

    /** The databases that are open live on keys in memory. */
    @Test
    void whereSomeDatabasesAreClosedARestartComesLast() {
        server.databases = SeenWorld.known(
                List.of(SeenWorld.encrypted(5, "Sales"), SeenWorld.unreadable(6, "Archive", "RECOVERY_PENDING")));
        Inspection seen = server.inspection();
        var first = NextJobs.of(seen, Forecast.of(seen), Period.ofYears(2), KnownDates.NONE)
                .getFirst();
        assertEquals(Urgency.FIRST, first.urgency());
        assertEquals("plan.next.halfOpen", first.what().key());
        assertEquals(List.of("Archive", "Archive"), first.why().arguments());
        assertTrue(first.what().text().contains("1 database is"), first.what().text());
        server.databases = SeenWorld.known(List.of(SeenWorld.unreadable(6, "Archive", "RECOVERY_PENDING")));
        Inspection closed = server.inspection();
        assertTrue(NextJobs.of(closed, Forecast.of(closed), Period.ofYears(2), KnownDates.NONE).stream()
                .noneMatch(job -> job.what().key().equals("plan.next.halfOpen")));
    }
}
