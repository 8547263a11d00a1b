package keyturn.plan.forecast;

import static keyturn.plan.forecast.SeenServer.CLIENT;
import static keyturn.plan.forecast.SeenServer.NOW;
import static keyturn.plan.forecast.SeenServer.VAULT;
import static keyturn.plan.forecast.SeenServer.VERSION;
import static keyturn.plan.forecast.SeenServer.YEAR_AGO;
import static keyturn.plan.forecast.SeenServer.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.AzureSight.TiedApplication;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.SeenWorld;
import keyturn.plan.words.ForecastWords;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What a restart would meet once a credential has another secret. */
@BesideOthers
final class RolledSecretTest {

    private static final CredentialName CRED = new CredentialName("cred");
    private static final Instant ALTERED = NOW.minusSeconds(3600);
    private static final ClientId OTHER = new ClientId("00000000-0000-4000-8000-000000000002");

    /** Altered an hour ago, and each database tested since. */
    private static Forecast rolled(Consumer<SeenServer> more) {
        SeenServer server = new SeenServer();
        server.alterations = known(List.of(new Altered(AlteredKind.CREDENTIAL, "cred", ALTERED, YEAR_AGO)));
        server.tests = known(List.of(new Tested(SeenServer.SALES, NOW.minusSeconds(60))));
        more.accept(server);
        Forecast forecast = Forecast.of(server.inspection());
        ForecastWords.all(forecast).forEach(line -> assertTrue(line.text().length() > 10, line.key()));
        return forecast;
    }

    private static Ties byRun(ClientId application, Optional<Instant> changed, String version) {
        return new Ties(List.of(new Tie(
                CRED,
                application,
                new Tie.OfRun("r1", NOW, changed, Set.of(new Tie.TriedKey(VAULT, "tde-key", Optional.of(version)))))));
    }

    private static void isUncertain(Forecast forecast, Optional<Instant> started) {
        assertEquals(
                new RestartAnswer.Uncertain(List.of(new Missing.SecretNotInUse(CRED, ALTERED, started))),
                forecast.server());
    }

    @Test
    void theEnginesOwnTestSaysNothingOfTheNewSecretUntilItHasStartedAgain() {
        isUncertain(rolled(w -> {}), Optional.of(YEAR_AGO));
        isUncertain(rolled(w -> w.started = SeenWorld.unknown()), Optional.empty());
        Forecast restarted = rolled(w -> {
            w.started = known(ServerStart.parse(NOW.minusSeconds(600).toString()));
        });
        assertInstanceOf(RestartAnswer.Opens.class, restarted.server());
    }

    @Test
    void aCredentialThatWasMadeSinceIsTestedByTheEngine() {
        Forecast made = rolled(
                w -> w.alterations = known(List.of(new Altered(AlteredKind.CREDENTIAL, "cred", ALTERED, ALTERED))));
        assertInstanceOf(RestartAnswer.Opens.class, made.server());
    }

    @Test
    void theVerySecretThatTheRunGaveWasTriedAndTheServicesRouteWasNot() {
        Forecast tried = rolled(w -> w.ties = byRun(CLIENT, Optional.of(ALTERED), VERSION));
        assertTrue(
                tried.server() instanceof RestartAnswer.Opens opens
                        && opens.evidence().contains(new Evidence.SecretTried(CRED, "contoso", "tde-key", ALTERED))
                        && opens.notSeen().contains(new NotSeen.ServiceRoute(CRED))
                        && !opens.notSeen().contains(new NotSeen.SecretHeld(CRED))
                        && opens.evidence().stream().noneMatch(Evidence.Tested.class::isInstance),
                tried.toString());
    }

    /** Of several secrets of the application it is this one, before the restart and after. */
    @Test
    void theSecretThatARunGaveIsKnownByItsKeyId() {
        Forecast held = rolled(w -> {
            given(w, "s300");
            w.started = known(ServerStart.parse(NOW.minusSeconds(600).toString()));
        });
        assertTrue(
                held.server() instanceof RestartAnswer.Opens opens
                        && opens.evidence().stream().anyMatch(Evidence.SecretValid.class::isInstance)
                        && !opens.notSeen().contains(new NotSeen.SecretHeld(CRED)),
                held.toString());
        assertEquals(
                new RestartAnswer.Fails(
                        List.of(new Cause.HeldSecretOver(CRED, "SQL Server", "gone", Optional.empty()))),
                rolled(w -> given(w, "gone")).server());
        assertEquals(
                new RestartAnswer.Fails(List.of(new Cause.HeldSecretOver(
                        CRED, "SQL Server", "s-1", Optional.of(NOW.minus(Duration.ofDays(1)))))),
                rolled(w -> given(w, "s-1")).server());
    }

    private static void given(SeenServer server, String keyId) {
        var run = new Tie.OfRun(
                "r1",
                NOW,
                Optional.of(ALTERED),
                Set.of(new Tie.TriedKey(VAULT, "tde-key", Optional.of(VERSION))),
                Optional.of(keyId));
        server.ties = new Ties(List.of(new Tie(CRED, CLIENT, run)));
        server.azure = server.azure.map(
                seen -> new AzureSight(seen.vaults(), SeenServer.application(300, 200, -1), List.of()));
    }

    @Test
    void whatWasTriedIsNotWhatSomebodyElseGaveLater() {
        isUncertain(
                rolled(w -> w.ties = byRun(CLIENT, Optional.of(ALTERED.minusSeconds(1)), VERSION)),
                Optional.of(YEAR_AGO));
        isUncertain(rolled(w -> w.ties = byRun(CLIENT, Optional.empty(), VERSION)), Optional.of(YEAR_AGO));
    }

    @Test
    void aTrialOfAnotherVersionOfTheKeyIsNone() {
        isUncertain(
                rolled(w -> w.ties = byRun(CLIENT, Optional.of(ALTERED), VERSION.replace('0', '1'))),
                Optional.of(YEAR_AGO));
    }

    private static AzureSight with(AzureSight seen, int days) {
        var secret = new SecretSeen(
                "other", Optional.empty(), Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(days))));
        var application = new ApplicationSeen(OTHER, "o2", "Other", List.of(secret));
        return seen.with(List.of(new TiedApplication(OTHER, known(application))), List.of());
    }

    /** Keyturn still signs in with the expired one, which says nothing of the one that the run gave: for some days. */
    @Test
    void aRefusedSignInSaysNothingOfTheSecretThatARunHasGivenSince() {
        Consumer<SeenServer> refused = w -> w.azure = w.azure.map(seen -> new AzureSight(
                seen.vaults(), SeenWorld.unknown(), List.of(), Optional.of(CLIENT), List.of(), Optional.of(CLIENT)));
        isUncertain(
                rolled(refused.andThen(w -> w.ties = byRun(CLIENT, Optional.of(ALTERED), VERSION.replace('0', '1')))),
                Optional.of(YEAR_AGO));
        var expired = new RestartAnswer.Fails(List.of(new Cause.SecretExpired(CLIENT.value(), Optional.empty())));
        assertEquals(expired, rolled(refused).server(), "no run has given one");
        assertEquals(
                expired,
                rolled(refused.andThen(w -> w.ties = byRun(CLIENT, Optional.of(ALTERED.minusSeconds(9)), VERSION)))
                        .server(),
                "altered since");
        assertEquals(
                expired,
                rolled(refused.andThen(w -> w.ties = new Ties(List.of(new Tie(
                                CRED,
                                CLIENT,
                                new Tie.OfRun("r1", NOW.minus(Duration.ofDays(8)), Optional.of(ALTERED), Set.of()))))))
                        .server(),
                "in its turn that one expires");
    }

    /** The application that the target names has a valid secret, and it is not this credential's. */
    @Test
    void theSecretsOfTheCredentialsOwnApplicationCount() {
        SeenServer server = new SeenServer();
        server.azure = server.azure.map(seen -> with(seen, -2));
        server.ties = new Ties(List.of(new Tie(CRED, OTHER, new Tie.Told(NOW))));
        assertEquals(
                new RestartAnswer.Fails(
                        List.of(new Cause.SecretExpired("Other", Optional.of(NOW.minus(Duration.ofDays(2)))))),
                Forecast.of(server.inspection()).server());
        server.azure = server.azure.map(seen -> with(seen, 20));
        assertEquals(
                List.of(new Warning.SecretExpires("Other", NOW.plus(Duration.ofDays(20)), 1)),
                Forecast.of(server.inspection()).warnings());
    }

    @Test
    void whoseSecretsWereLookedAtIsSaidWhereNobodyKnowsTheApplication() {
        SeenServer server = new SeenServer();
        assertTrue(Forecast.of(server.inspection()).server() instanceof RestartAnswer.Opens opens
                && opens.notSeen().contains(new NotSeen.ApplicationOf(CRED, "SQL Server")));
    }

    /** Which of them the credential holds nobody can see. */
    @Test
    void thatOneOfSeveralSecretsIsValidIsNoEvidence() {
        SeenServer server = new SeenServer();
        server.azure =
                server.azure.map(seen -> new AzureSight(seen.vaults(), SeenServer.application(200, 300), List.of()));
        assertTrue(Forecast.of(server.inspection()).server() instanceof RestartAnswer.Opens opens
                && opens.evidence().stream().noneMatch(Evidence.SecretValid.class::isInstance));
    }
}
