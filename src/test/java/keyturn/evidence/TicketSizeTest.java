package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import keyturn.evidence.ticket.Change;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.script.Scripts;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** A board reads the ticket of a hosting server too. */
@BesideOthers
final class TicketSizeTest {

    private static final int MOST = 100 * 1024;

    @Test
    void aThousandDatabasesFitAHundredKilobytes() {
        Plan plan =
                new SeenRotation().tenants(1000).backups("D:\\log", "D:\\full").plan();
        var change = new Change(plan, Scripts.of(plan));
        String text = ChangeText.of(change);
        String page = ChangePage.of(change);

        assertTrue(plan.steps().size() > 4000, () -> plan.steps().size() + " steps");
        assertTrue(size(text) <= MOST, () -> size(text) + " bytes of text");
        assertTrue(size(page) <= MOST, () -> size(page) + " bytes of page");
        assertTrue(text.contains("Tenant0001") && text.contains("Tenant1000"), "each database is named");
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
