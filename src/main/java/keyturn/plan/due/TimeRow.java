package keyturn.plan.due;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.depend.Health;

/**
 * One key or application with its dates.
 *
 * @param since from when on it is there; empty: unknown, or of no use here
 * @param marks in the order of time
 * @param unknown why dates are missing; empty: none is
 */
public record TimeRow(DueSubject subject, Optional<Instant> since, List<DueMark> marks, Optional<Message> unknown) {

    public TimeRow {
        marks = marks.stream().sorted(Comparator.comparing(DueMark::at)).toList();
    }

    /** The worst of its dates; unknown where dates are missing and none stands worse. */
    public Health.State state() {
        Health.State least = unknown.isPresent() ? Health.State.UNKNOWN : Health.State.FINE;
        return marks.stream()
                .map(DueMark::state)
                .reduce(least, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
