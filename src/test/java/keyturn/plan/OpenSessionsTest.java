package keyturn.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import keyturn.domain.inspection.Surroundings.ProviderSession;
import keyturn.plan.check.Finding;
import org.junit.jupiter.api.Test;

/** Nobody has to be told of a session that is SQL Server's own. */
final class OpenSessionsTest {

    private static final ProviderSession OWN = new ProviderSession(65536, 24, "sa", "", "");
    private static final ProviderSession USER = new ProviderSession(65536, 61, "app", "Sales service", "APP04");

    @Test
    void onlySessionsOfUsersNeedALook() {
        assertEquals(Finding.Severity.FINE, found(OWN).severity());
        Finding both = found(OWN, USER);
        assertEquals(Finding.Severity.ATTENTION, both.severity());
        assertEquals("1", both.reason().arguments().getFirst());
    }

    private static Finding found(ProviderSession... sessions) {
        SeenWorld world = new SeenWorld().around(SeenAround.open(sessions));
        return world.choices().flow().preflight(world.inspection(), world.choices()).findings().stream()
                .filter(finding -> finding.code().contains("sessions."))
                .findFirst()
                .orElseThrow();
    }
}
