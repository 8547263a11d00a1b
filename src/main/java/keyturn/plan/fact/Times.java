package keyturn.plan.fact;

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

    private Times() {}

    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** The day, in UTC: {@code 2 Nov 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }
}
