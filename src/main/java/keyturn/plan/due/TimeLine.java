package keyturn.plan.due;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;

/**
 * What is due when, on one server.
 *
 * @param now when it was inspected
 * @param rows what stands worst first
 */
public record TimeLine(Instant now, List<TimeRow> rows) {

    public TimeLine {
        rows = List.copyOf(rows);
    }

    /** @param rotation after which age a key is to be rotated */
    public static TimeLine of(Inspection seen, DependencyGraph graph, Period rotation, KnownDates dates) {
        return new TimeRows(seen, graph, rotation, dates).line();
    }
}
