package keyturn.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.plan.SeenWorld;
import keyturn.plan.due.KnownDates;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.forecast.SeenServer;
import keyturn.tools.BesideOthers;
import keyturn.ui.home.period.Periods;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Settings;
import org.junit.jupiter.api.Test;

/** What the home says of the client secret after a run has given the credentials another one. */
@BesideOthers
final class SecretCardTest {

    private static final ClientId CLIENT = new ClientId("00000000-0000-4000-8000-000000000002");
    private static final Instant GIVEN = SeenServer.NOW.minus(Duration.ofHours(1));

    private static SecretSeen secret(String keyId, int days) {
        Instant end = SeenServer.NOW.plus(Duration.ofDays(days));
        return new SecretSeen(keyId, Optional.empty(), Optional.empty(), Optional.of(end));
    }

    /** @param given by which the directory knows the secret that the run gave */
    private static FactCard card(String given, SecretSeen... listed) {
        SeenServer server = new SeenServer();
        var credential = new CredentialName("cred");
        server.alterations = SeenWorld.known(List.of(
                new Altered(AlteredKind.CREDENTIAL, credential.value(), GIVEN, GIVEN.minus(Duration.ofDays(300)))));
        var run = new Tie.OfRun("r1", GIVEN, Optional.of(GIVEN), Set.of(), Optional.of(given));
        server.ties = new Ties(List.of(new Tie(credential, CLIENT, run)));
        var application = new ApplicationSeen(CLIENT, "o2", "SQL Server", List.of(listed));
        server.azure = server.azure.map(seen -> new AzureSight(seen.vaults(), SeenWorld.unknown(), List.of())
                .with(List.of(new TiedApplication(CLIENT, SeenWorld.known(application))), List.of()));
        var periods = new Periods(Settings.USUAL_ROTATION, Outlook.USUAL_WARNING);
        return Overview.of(server.inspection(), periods, ZoneOffset.UTC, KnownDates.NONE).cards().health().stream()
                .filter(card -> card.caption().equals(Words.of("home.secret")))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Tone> tone(FactCard card) {
        return card.tag().map(Tag::tone);
    }

    @Test
    void theSecretThatTheRunGaveCounts() {
        FactCard card = card("new", secret("old", 9), secret("new", 300));
        assertEquals(Optional.of(Tone.FINE), tone(card), card.toString());
        assertEquals(Words.of("home.secret.held", Words.of("home.secret.until", date(300)), date(9)), card.line());
    }

    @Test
    void inItsTurnThatOneExpires() {
        FactCard card = card("new", secret("new", 9), secret("other", 300));
        assertEquals(Optional.of(Tone.DANGER), tone(card), card.toString());
    }

    @Test
    void oneThatIsGoneFromTheDirectoryIsNoSecretAnyMore() {
        FactCard card = card("gone", secret("other", 300));
        assertEquals(Words.of("home.secret.gone"), card.line());
        assertEquals(Optional.of(Tone.DANGER), tone(card));
    }

    private static String date(int days) {
        return new When(SeenServer.NOW, ZoneOffset.UTC, new Periods(Settings.USUAL_ROTATION, Outlook.USUAL_WARNING))
                .date(SeenServer.NOW.plus(Duration.ofDays(days)));
    }
}
