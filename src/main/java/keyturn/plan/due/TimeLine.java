package keyturn.plan.due;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.forecast.Outlook;

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

    /** What expires is told so long before as a forecast tells it usually. */
    public static TimeLine of(Inspection seen, DependencyGraph graph, Period rotation, KnownDates dates) {
        return of(seen, graph, rotation, Outlook.USUAL_WARNING, dates);
    }

    /**
     * @param rotation after which age a key is to be rotated
     * @param warning how long before it is due or expires something wants attention
     */
    public static TimeLine of(
            Inspection seen, DependencyGraph graph, Period rotation, Period warning, KnownDates dates) {
        return new TimeRows(seen, graph, rotation, warning, dates).line();
    }
}
