package keyturn.plan.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import keyturn.plan.SeenLostVault;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two vaults that fail together: whether one waits. */
@BesideOthers
final class VaultTriageTest {

    @ParameterizedTest
    @CsvSource({
        "login.AADSTS7000222, false",
        "login.AADSTS700016, false",
        "login.connect, true",
        "vault.dns, true",
        "vault.503, true",
        "vault.403.ForbiddenByRbac, false"
    })
    void oneWaitsWhereTheServiceOrTheWayFailsAndNotWhereASignInIsRefused(String code, boolean wait) {
        VaultTriage triage = VaultTriage.of(new SeenLostVault().troubles(code).inspection());
        assertEquals(2, triage.troubled().size());
        assertEquals(wait, triage.isToWait());
    }
}
