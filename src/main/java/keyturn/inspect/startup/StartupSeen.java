package keyturn.inspect.startup;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Fact;

/**
 * How far a start of SQL Server is.
 *
 * @param at by the server's clock
 * @param databases that the login may see, the worst state first
 * @param log lines of the error log since the time that was asked for, the oldest first
 */
public record StartupSeen(Instant at, List<Opening> databases, Fact<List<LogLine>> log) {

    /** The worst first; a state that is not listed stands before those that are. */
    private static final List<String> STATES =
            List.of("SUSPECT", "RECOVERY_PENDING", "EMERGENCY", "RECOVERING", "RESTORING", "OFFLINE", "ONLINE");

    public StartupSeen {
        databases = databases.stream()
                .sorted(Comparator.comparingInt((Opening one) -> STATES.indexOf(one.state()))
                        .thenComparing(one -> one.name().value()))
                .toList();
    }

    /**
     * A database that opens.
     *
     * @param state {@code sys.databases.state_desc}
     * @param percent of its recovery, from 0 to 100; empty where nothing tells
     */
    public record Opening(DatabaseName name, String state, OptionalInt percent) {

        public boolean isOpen() {
            return state.equals("ONLINE");
        }

        /** The start has not decided yet whether it opens. */
        public boolean isUnderWay() {
            return state.equals("RECOVERING");
        }

        /** The start could not open it, and goes no further by itself. */
        public boolean isClosed() {
            return STATES.indexOf(state) < STATES.indexOf("RECOVERING");
        }
    }

    /** A line of the error log. */
    public record LogLine(Instant at, String text) {}

    /** How many databases there are in each state, the worst state first. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        databases.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
        return counts;
    }

    /** None is closed, and none recovers. */
    public boolean isOpen() {
        return databases.stream().noneMatch(one -> one.isUnderWay() || one.isClosed());
    }
}
