package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.SeenRoll;
import keyturn.script.Script;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** How the secret gets into forward.sql, which nothing asks for it. */
@BesideOthers
final class RollOrderTest {

    private static final String SET = ":setvar " + Script.secretName(1);

    @Test
    void sqlcmdIsGivenTheSecretAtItsPromptAndOnNoCommandLine() {
        Plan plan = SeenRoll.plan();
        String forward = plan.flow().ticket(plan).order().forward().text();
        assertTrue(forward.contains(SET), forward);
        assertFalse(forward.contains("-i forward.sql"), forward);
        String ways = Message.of("evidence.change.ways.secret").text();
        assertTrue(ways.contains(SET), ways);
    }
}
