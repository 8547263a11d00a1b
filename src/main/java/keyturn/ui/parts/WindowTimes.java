package keyturn.ui.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** WindowTimes as the window writes them. */
public final class WindowTimes {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private WindowTimes() {}

    /** The day in this zone. */
    public static String date(Instant at, ZoneId zone) {
        return date(at, zone, Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** As this computer writes dates; in English with the month as a word, since half of those who read English put the day first. */
    static String date(Instant at, ZoneId zone, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        DateTimeFormatter form = english
                ? DATE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return form.format(at.atZone(zone));
    }

    /** Day and time of day in this zone. */
    public static String day(Instant at, ZoneId zone) {
        return date(at, zone) + " " + MINUTE.format(at.atZone(zone));
    }

    /** The time of this machine and in UTC, to the minute; once where they are the same. */
    public static String hereAndUtc(Clock clock) {
        return withUtc("parts.time", clock.instant(), clock.getZone());
    }

    /** The time in the server's zone and in UTC, to the minute; once where they are the same. */
    public static String serverAndUtc(Instant now, ZoneOffset server) {
        return withUtc("parts.time.server", now, server);
    }

    private static String withUtc(String both, Instant now, ZoneId zone) {
        String there = MINUTE.format(now.atZone(zone));
        String utc = MINUTE.format(now.atZone(ZoneOffset.UTC));
        return there.equals(utc) ? Words.of("parts.time.utc", utc) : Words.of(both, there, utc);
    }

    /** The time of day in this zone, to the second. */
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
                whole
                        ? String.valueOf(seconds)
                        : String.format(
                                Locale.getDefault(Locale.Category.DISPLAY), "%.2f", length.toMillis() / 1000.0));
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
