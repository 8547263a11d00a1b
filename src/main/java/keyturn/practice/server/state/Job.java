package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A job of SQL Server Agent with one T-SQL step.
 *
 * @param dailyAt once a day at this time; empty: by {@code everyMinutes}
 * @param everyMinutes 0 with no {@code dailyAt}: it has no schedule
 * @param running it runs now
 */
public record Job(
        int id,
        String name,
        boolean enabled,
        Optional<LocalTime> dailyAt,
        int everyMinutes,
        boolean running,
        String database,
        String command,
        LocalDateTime created,
        Optional<LocalDateTime> last) {

    public boolean scheduled() {
        return dailyAt.isPresent() || everyMinutes > 0;
    }

    /** When it is due next, if it is; steps of minutes count from midnight. */
    public Optional<LocalDateTime> next(LocalDateTime now) {
        if (!enabled || !scheduled()) {
            return Optional.empty();
        }
        return Optional.of(dailyAt.map(time -> at(now, time)).orElseGet(() -> step(now)));
    }

    private static LocalDateTime at(LocalDateTime now, LocalTime time) {
        LocalDateTime today = now.toLocalDate().atTime(time);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    private LocalDateTime step(LocalDateTime now) {
        LocalDateTime midnight = now.toLocalDate().atStartOfDay();
        int passed = now.toLocalTime().toSecondOfDay() / 60 / everyMinutes;
        LocalDateTime next = midnight.plusMinutes((passed + 1L) * everyMinutes);
        LocalDateTime tomorrow = midnight.plusDays(1);
        return next.isAfter(tomorrow) ? tomorrow : next;
    }

    public Job stopped() {
        return new Job(id, name, enabled, dailyAt, everyMinutes, false, database, command, created, last);
    }
}
