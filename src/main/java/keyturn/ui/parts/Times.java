package keyturn.ui.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the window writes them. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Times() {}

    /** The time of day on this machine, to the second. */
    public static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code 0.18 s}, {@code 4 s}, {@code 1 min 12 s}, {@code 2 h 5 min}. */
    public static String duration(Duration length) {
        long seconds = length.toSeconds();
        if (seconds >= 3600) {
            return Words.of("parts.hours", seconds / 3600, seconds % 3600 / 60);
        }
        if (seconds >= 60) {
            return seconds % 60 == 0
                    ? Words.of("parts.minutes.whole", seconds / 60)
                    : Words.of("parts.minutes", seconds / 60, seconds % 60);
        }
        boolean whole = length.toMillis() % 1000 == 0;
        return Words.of(
                "parts.seconds",
                whole ? String.valueOf(seconds) : String.format(Locale.ROOT, "%.2f", length.toMillis() / 1000.0));
    }

    /** An age by its largest unit: {@code 3 d}, {@code 5 h}, {@code 12 min}; nothing finer, and never less than a minute. */
    public static String rough(Duration age) {
        if (age.toDays() > 0) {
            return Words.of("parts.days.whole", age.toDays());
        }
        return age.toHours() > 0
                ? Words.of("parts.hours.whole", age.toHours())
                : Words.of("parts.minutes.whole", Math.max(1, age.toMinutes()));
    }
}
