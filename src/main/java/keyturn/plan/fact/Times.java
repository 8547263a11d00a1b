package keyturn.plan.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants in sentences: to the second, in UTC, the same on every machine. */
public final class Times {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final long HALF_A_DAY = 12;
    private static final long HOURS_OF_DAY = 24;

    private Times() {}

    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** The day, in UTC: {@code 2 Nov 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    public static long days(Instant now, Instant end) {
        return days(Duration.between(now, end));
    }

    /** To the nearest: 9 where a minute of nine days has passed. Below one day 0; negative where the end is over. */
    public static long days(Duration left) {
        return left.toDays() == 0 ? 0 : Math.floorDiv(left.toHours() + HALF_A_DAY, HOURS_OF_DAY);
    }
}
