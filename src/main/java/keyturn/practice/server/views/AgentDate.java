package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Instants as SQL Server Agent keeps them: two whole numbers, 20260131 and 93005; 0 for none. */
final class AgentDate {

    private AgentDate() {}

    static int date(LocalDateTime at) {
        return at.getYear() * 10_000 + at.getMonthValue() * 100 + at.getDayOfMonth();
    }

    static int time(LocalTime at) {
        return at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond();
    }

    static int date(Optional<LocalDateTime> at) {
        return at.map(AgentDate::date).orElse(0);
    }

    static int time(Optional<LocalDateTime> at) {
        return at.map(t -> time(t.toLocalTime())).orElse(0);
    }
}
