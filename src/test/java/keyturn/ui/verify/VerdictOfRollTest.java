package keyturn.ui.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.plan.forecast.Evidence;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.SeenServer;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.words.ForecastWords;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** A verdict is about what was changed: after the roll of a secret about the secret, not about the DLL. */
@BesideOthers
final class VerdictOfRollTest {

    private static final CredentialName CRED = new CredentialName("cred");
    private static final Instant ALTERED = SeenWorld.NOW.minusSeconds(3600);

    private final Forecast forecast = rolled();

    private static Forecast rolled() {
        SeenServer server = new SeenServer();
        server.alterations = SeenWorld.known(
                List.of(new Altered(AlteredKind.CREDENTIAL, CRED.value(), ALTERED, SeenServer.YEAR_AGO)));
        var tried = new Tie.TriedKey(SeenServer.VAULT, "tde-key", Optional.of(SeenServer.VERSION));
        server.ties = new Ties(List.of(new Tie(
                CRED, SeenServer.CLIENT, new Tie.OfRun("r1", SeenWorld.NOW, Optional.of(ALTERED), Set.of(tried)))));
        return Forecast.of(server.inspection());
    }

    private Verification pending() {
        return new Verification(
                SeenWorld.NOW, List.of(), Overall.PENDING_RESTART, List.of(), forecast, Optional.empty());
    }

    private String words(Evidence evidence) {
        return ForecastWords.of(evidence).text();
    }

    @Test
    void theReasonThatIsGivenFirstIsAboutTheSecret() {
        List<Evidence> shown = forecast.server().evidence();
        String secret = words(new Evidence.SecretTried(CRED, "contoso", "tde-key", ALTERED));
        assertTrue(shown.stream().map(this::words).anyMatch(secret::equals), shown.toString());
        assertEquals(
                secret,
                VerdictFacts.of(pending(), new RollFlow(), Optional.empty())
                        .getFirst()
                        .line());
        assertEquals(
                words(shown.getFirst()),
                VerdictFacts.of(pending(), new UpgradeFlow(), Optional.empty())
                        .getFirst()
                        .line());
    }

    @Test
    void aTitleThatEveryChangeMayHaveNamesNoDll() {
        String title = Verdicts.title(pending(), new RollFlow());
        assertTrue(title.contains("PENDING RESTART"), title);
        assertTrue(!title.contains("loaded") && !title.contains("DLL"), title);
    }
}
