package keyturn.plan.forecast;

import static keyturn.plan.forecast.SeenServer.KEY;
import static keyturn.plan.forecast.SeenServer.LOGIN;
import static keyturn.plan.forecast.SeenServer.NOW;
import static keyturn.plan.forecast.SeenServer.PROVIDER;
import static keyturn.plan.forecast.SeenServer.SALES;
import static keyturn.plan.forecast.SeenServer.VAULT;
import static keyturn.plan.forecast.SeenServer.VERSION;
import static keyturn.plan.forecast.SeenServer.YEAR_AGO;
import static keyturn.plan.forecast.SeenServer.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.words.ForecastWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a restart would succeed, world by world. */
final class ForecastTest {

    private static Forecast forecast(Consumer<SeenServer> spoil) {
        return forecast(spoil, Outlook.USUAL);
    }

    private static Forecast forecast(Consumer<SeenServer> spoil, Outlook outlook) {
        SeenServer server = new SeenServer();
        spoil.accept(server);
        return Forecast.of(server.inspection(), outlook);
    }

    private static Arguments world(Consumer<SeenServer> spoil, Object expected) {
        return arguments(spoil, expected);
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                world(w -> w.ekm = known(new EkmSwitch(false, true)), new Cause.EkmOff()),
                world(w -> w.providers = known(List.of()), new Cause.ProviderGone(KEY)),
                world(
                        w -> w.providers = known(List.of(SeenServer.provider(false))),
                        new Cause.ProviderDisabled(PROVIDER)),
                world(w -> w.files = known(List.of()), new Cause.DllGone(PROVIDER, SeenWorld.OLD.value())),
                world(w -> w.keys = known(List.of()), new Cause.KeyGone(SALES, SeenWorld.KEY)),
                world(w -> w.logins = known(List.of()), new Cause.NoLogin(KEY)),
                world(w -> w.logins = SeenServer.login(Optional.of("cred"), true), new Cause.LoginDisabled(LOGIN)),
                world(
                        w -> w.logins = SeenServer.login(Optional.empty(), false),
                        new Cause.NoCredential(LOGIN, PROVIDER)),
                world(
                        w -> w.azure = Optional.of(SeenServer.sight(SeenServer.version(false, Optional.empty()), 200)),
                        new Cause.VersionDisabled(KEY, VAULT, "tde-key", VERSION)),
                world(
                        w -> w.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.empty()), -2)),
                        new Cause.SecretExpired("SQL Server", Optional.of(NOW.minus(Duration.ofDays(2))))),
                world(
                        w -> w.azure = Optional.of(new AzureSight(
                                List.of(),
                                SeenWorld.unknown(),
                                List.of(),
                                Optional.of(SeenServer.CLIENT),
                                List.of(),
                                Optional.of(SeenServer.CLIENT))),
                        new Cause.SecretExpired(SeenServer.CLIENT.value(), Optional.empty())));
    }

    /** Whatever a DBA has ticked. */
    @ParameterizedTest
    @MethodSource("causes")
    void whatIsKnownToBeWrongFails(Consumer<SeenServer> spoil, Cause cause) {
        Outlook attested = Outlook.attested(EnumSet.allOf(Confirmation.class));
        Forecast forecast = forecast(spoil, attested);
        assertEquals(new RestartAnswer.Fails(List.of(cause)), forecast.server());
        assertEquals(
                List.of(new DatabaseForecast(SALES, new RestartAnswer.Fails(List.of(cause)))), forecast.databases());
        worded(forecast);
    }

    static Stream<Arguments> missing() {
        var reason = Gathered.why(SeenWorld.unknown());
        return Stream.of(
                world(w -> w.ekm = SeenWorld.unknown(), unread(Missing.Subject.EKM)),
                world(w -> w.providers = SeenWorld.unknown(), unread(Missing.Subject.PROVIDERS)),
                world(w -> w.modules = SeenWorld.unknown(), unread(Missing.Subject.MODULES)),
                world(w -> w.keys = SeenWorld.unknown(), unread(Missing.Subject.KEYS)),
                world(w -> w.logins = SeenWorld.unknown(), unread(Missing.Subject.LOGINS)),
                world(w -> w.credentials = SeenWorld.unknown(), unread(Missing.Subject.CREDENTIALS)),
                world(w -> w.alterations = SeenWorld.unknown(), unread(Missing.Subject.ALTERATIONS)),
                world(w -> w.changes = SeenWorld.unknown(), unread(Missing.Subject.ALTERATIONS)),
                world(w -> w.modules = known(List.of()), new Missing.NothingLoaded(PROVIDER)),
                world(
                        w -> w.modules = SeenServer.loaded(SeenWorld.NEW.value(), false),
                        new Missing.OtherDllLoaded(PROVIDER, SeenWorld.OLD.value(), List.of(SeenWorld.NEW.value()))),
                world(
                        w -> w.modules = SeenServer.loaded(SeenWorld.OLD.value(), true),
                        new Missing.FileReplaced(SeenWorld.OLD.value())),
                world(w -> w.azure = Optional.empty(), new Missing.VaultUnseen(KEY, "contoso", Optional.empty())),
                world(
                        w -> w.azure = Optional.of(new AzureSight(
                                List.of(SeenServer.vault(SeenWorld.unknown())),
                                SeenServer.application(200),
                                List.of())),
                        new Missing.VaultUnseen(KEY, "contoso", Optional.of(reason))),
                world(
                        w -> w.azure = Optional.of(new AzureSight(
                                List.of(SeenServer.vault(known(List.of()))), SeenServer.application(200), List.of())),
                        new Missing.KeyNotRecognised(KEY, "contoso")),
                world(
                        w -> w.azure = Optional.of(
                                SeenServer.sight(SeenServer.version(true, Optional.of(NOW.minusSeconds(1))), 200)),
                        new Missing.OutsideDates(KEY, "tde-key", VERSION)),
                world(
                        w -> w.databases = known(List.of(SeenWorld.unreadable(5, "Sales", "RECOVERY_PENDING"))),
                        new Missing.NotOpen(SALES, "RECOVERY_PENDING")),
                world(
                        w -> w.alterations = SeenServer.altered(AlteredKind.LOGIN, "TDE_Login"),
                        untested(LastChange.Kind.LOGIN, "TDE_Login")),
                world(
                        w -> w.alterations = SeenServer.altered(AlteredKind.CREDENTIAL, "cred"),
                        untested(LastChange.Kind.CREDENTIAL, "cred")));
    }

    private static Missing unread(Missing.Subject subject) {
        return new Missing.Unread(subject, Gathered.why(SeenWorld.unknown()));
    }

    private static Missing untested(LastChange.Kind kind, String name) {
        return new Missing.NotTested(
                SALES,
                Optional.of(NOW.minusSeconds(600)),
                Optional.of(new LastChange(kind, name, NOW.minusSeconds(60))));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void whatIsMissingLeavesItUncertain(Consumer<SeenServer> spoil, Missing missing) {
        Forecast forecast = forecast(spoil);
        assertEquals(new RestartAnswer.Uncertain(List.of(missing)), forecast.server());
        worded(forecast);
    }

    @Test
    void theEngineMustHaveBeenTestedAfterTheLastChange() {
        assertInstanceOf(RestartAnswer.Opens.class, forecast(w -> {}).server());
        Forecast never = forecast(w -> w.tests = known(List.of(new Tested(SALES, YEAR_AGO.minusSeconds(1)))));
        assertInstanceOf(RestartAnswer.Uncertain.class, never.server());
        Forecast restarted = forecast(w -> {
            w.tests = SeenWorld.unknown();
            w.started = known(ServerStart.parse(NOW.minusSeconds(60).toString()));
        });
        assertTrue(restarted.server() instanceof RestartAnswer.Opens opens
                && opens.evidence().contains(new Evidence.Started(SALES, NOW.minusSeconds(60))));
        worded(restarted);
    }

    /** A credential may hold the secret that expired, so a test before that shows nothing. */
    @Test
    void oneOfSeveralSecretsThatExpiredIsAChange() {
        Forecast forecast = forecast(w -> {
            AzureSight seen = SeenServer.sight(SeenServer.version(true, Optional.empty()), 200);
            w.azure = Optional.of(new AzureSight(seen.vaults(), SeenServer.application(200, 0), List.of()));
        });
        assertEquals(
                new RestartAnswer.Uncertain(List.of(new Missing.NotTested(
                        SALES,
                        Optional.of(NOW.minusSeconds(600)),
                        Optional.of(new LastChange(LastChange.Kind.SECRET, "SQL Server", NOW))))),
                forecast.server());
    }

    @Test
    void whatExpiresSoonIsTold() {
        var end = NOW.plus(Duration.ofDays(30));
        Consumer<SeenServer> soon =
                w -> w.azure = Optional.of(SeenServer.sight(SeenServer.version(true, Optional.of(end)), 30));
        Forecast forecast = forecast(soon);
        assertInstanceOf(RestartAnswer.Opens.class, forecast.server());
        assertEquals(
                List.of(
                        new Warning.KeyExpires("contoso", "tde-key", VERSION, end),
                        new Warning.SecretExpires("SQL Server", end, 1)),
                forecast.warnings());
        worded(forecast);
        assertEquals(
                List.of(),
                forecast(soon, new Outlook(Set.of(), Period.ofDays(29))).warnings());
    }

    @Test
    void aServerWithoutSuchDatabasesOpens() {
        Forecast forecast = forecast(w -> w.databases = known(List.of(SeenWorld.plain(6, "Scratch"))));
        assertEquals(new RestartAnswer.Opens(List.of(new Evidence.NothingDepends()), List.of()), forecast.server());
        assertEquals("missing.unread.databases", code(forecast(w -> w.databases = SeenWorld.unknown())));
    }

    @Test
    void whatADbaTickedIsAttestedAndNeverSeen() {
        Outlook outlook = Outlook.attested(Set.of(Confirmation.VC_RUNTIME));
        assertTrue(forecast(w -> {}, outlook).server() instanceof RestartAnswer.Opens opens
                && opens.notSeen()
                        .containsAll(List.of(new NotSeen.Host(), new NotSeen.Attested(Confirmation.VC_RUNTIME))));
        assertInstanceOf(
                RestartAnswer.Uncertain.class,
                forecast(w -> w.azure = Optional.empty(), Outlook.attested(EnumSet.allOf(Confirmation.class)))
                        .server());
    }

    private static String code(Forecast forecast) {
        return ForecastWords.reasons(forecast.server()).getFirst().key().substring("plan.forecast.".length());
    }

    /** Each value has its words. */
    private static void worded(Forecast forecast) {
        ForecastWords.all(forecast).forEach(line -> assertTrue(line.text().length() > 10, line.key()));
    }
}
