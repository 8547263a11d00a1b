package keyturn.plan.fact;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDateTime;
import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.SeenWorld;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What shows that SQL Server was started again, and where. */
@BesideOthers
final class StartedAnewTest {

    private final Inspection seen = new SeenWorld().inspection();
    private final ServerStart start = seen.facts().startedAt().value().orElseThrow();
    private final NodeName node = seen.identity().node();

    @Test
    void anotherStartOnTheSameNodeShowsIt() {
        assertInstanceOf(Holds.Yes.class, holds(node, start.local().minusHours(1)));
    }

    @Test
    void theSameStartLeavesItOpenHoweverOftenTheConnectionWasLost() {
        assertInstanceOf(Holds.Unknown.class, holds(node, start.local()));
    }

    @Test
    void anotherNodeThatAnswersIsNoRestart() {
        assertInstanceOf(
                Holds.No.class, holds(new NodeName("SQL99"), start.local().minusHours(1)));
    }

    private Holds holds(NodeName expected, LocalDateTime was) {
        return new Condition.StartedAnew(expected, was, List.of(new DatabaseName("Sales"))).holds(seen);
    }
}
