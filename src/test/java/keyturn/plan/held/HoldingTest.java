package keyturn.plan.held;

import static keyturn.plan.SeenRemoval.CLIENT;
import static keyturn.plan.SeenRemoval.CRED;
import static keyturn.plan.SeenRemoval.NEW;
import static keyturn.plan.SeenRemoval.OLD;
import static keyturn.plan.SeenRemoval.ago;
import static keyturn.plan.SeenRemoval.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.plan.SeenRemoval;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** Which secret a credential holds, and when nobody knows it. */
@BesideOthers
final class HoldingTest {

    private static final ClientId OTHER = new ClientId(NEW);

    private static Tie given(int daysAgo, Optional<String> keyId) {
        Instant at = ago(daysAgo);
        return new Tie(CRED, CLIENT, new Tie.OfRun("r1", at, Optional.of(at), Set.of(), keyId));
    }

    /** The credential was altered 35 days ago. */
    private static Holding held(Tie... ties) {
        SeenRemoval world = new SeenRemoval();
        world.ties = List.of(ties);
        return Holding.of(world.inspection(), CRED);
    }

    @Test
    void theLastRunTellsUnlessSomebodyAlteredTheCredentialLater() {
        assertEquals(new Holding.Given("r1", NEW), held(given(35, Optional.of(NEW))));
        assertEquals(Optional.empty(), held(given(36, Optional.of(NEW))).known());
        assertEquals(
                Optional.empty(),
                held(given(35, Optional.of(NEW)), new Tie(CRED, OTHER, new Tie.Told(ago(1))))
                        .known(),
                "it signs in as another application now");
    }

    /** A journal of a former version has no key id. */
    @Test
    void aRunThatDidNotKeepTheKeyIdTellsNothing() {
        Holding held = held(given(35, Optional.empty()));
        assertEquals(Optional.empty(), held.known());
        assertTrue(held.mayBe(secret(OLD, 400, 20)) && held.mayBe(secret(NEW, 40, 20)));
        assertFalse(held.mayBe(secret(NEW, 34, 20)), "newer than the last change of the credential");
    }

    private static SecretSeen seen(String keyId, Optional<String> hint, int daysLeft) {
        return new SecretSeen(
                keyId, Optional.empty(), hint, Optional.of(SeenRemoval.NOW.plusSeconds(daysLeft * 86_400L)));
    }

    private static Optional<String> which(SecretSeen... secrets) {
        return new ApplicationSeen(CLIENT, "o", "SQL Server", List.of(secrets))
                .which(Secret.of("abc~rest".toCharArray()), SeenRemoval.NOW)
                .map(SecretSeen::keyId);
    }

    @Test
    void firstLettersTellASecretWhereOnlyOneValidOneHasThem() {
        Optional<String> abc = Optional.of("abc");
        Optional<String> xyz = Optional.of("xyz");
        assertEquals(Optional.of(OLD), which(seen(OLD, abc, 9), seen(NEW, xyz, 9)));
        assertEquals(Optional.of(OLD), which(seen(OLD, abc, 9), seen(NEW, abc, -9)));
        assertEquals(Optional.empty(), which(seen(OLD, abc, 9), seen(NEW, abc, 9)));
        assertEquals(Optional.empty(), which(seen(OLD, abc, 9), seen(NEW, Optional.empty(), 9)));
        assertEquals(Optional.empty(), which(seen(OLD, Optional.empty(), 9)));
        assertEquals(Optional.empty(), which(seen(OLD, xyz, 9)));
    }
}
