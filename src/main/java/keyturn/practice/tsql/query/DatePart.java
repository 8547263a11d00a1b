package keyturn.practice.tsql.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parts of a date as DATEADD, DATEDIFF, DATEPART and DATENAME know them. Weeks begin on Sunday. */
enum DatePart {
    YEAR("year", "yy", "yyyy"),
    QUARTER("quarter", "qq", "q"),
    MONTH("month", "mm", "m"),
    DAY_OF_YEAR("dayofyear", "dy", "y"),
    DAY("day", "dd", "d"),
    WEEK("week", "wk", "ww"),
    ISO_WEEK("iso_week", "isowk", "isoww"),
    WEEKDAY("weekday", "dw", "w"),
    HOUR("hour", "hh"),
    MINUTE("minute", "mi", "n"),
    SECOND("second", "ss", "s"),
    MILLISECOND("millisecond", "ms"),
    MICROSECOND("microsecond", "mcs"),
    NANOSECOND("nanosecond", "ns"),
    OFFSET("tzoffset", "tz");

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    DatePart(String... names) {
        this.names = List.of(names);
    }

    static Optional<DatePart> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(p -> p.names.contains(lower)).findFirst();
    }

    /** Only a time has it. */
    boolean isOfClock() {
        return switch (this) {
            case HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND -> true;
            case YEAR, QUARTER, MONTH, DAY_OF_YEAR, DAY, WEEK, ISO_WEEK, WEEKDAY, OFFSET -> false;
        };
    }

    LocalDateTime add(LocalDateTime time, long count) {
        return switch (this) {
            case YEAR -> time.plusYears(count);
            case QUARTER -> time.plusMonths(3 * count);
            case MONTH -> time.plusMonths(count);
            case DAY_OF_YEAR, DAY, WEEKDAY -> time.plusDays(count);
            case WEEK, ISO_WEEK -> time.plusWeeks(count);
            case HOUR -> time.plusHours(count);
            case MINUTE, OFFSET -> time.plusMinutes(count);
            case SECOND -> time.plusSeconds(count);
            case MILLISECOND -> time.plus(count, ChronoUnit.MILLIS);
            case MICROSECOND -> time.plus(count, ChronoUnit.MICROS);
            case NANOSECOND -> time.plusNanos(count);
        };
    }

    /** How many boundaries of this part lie between; not the time that went by. */
    long boundaries(LocalDateTime from, LocalDateTime to) {
        return switch (this) {
            case YEAR -> to.getYear() - (long) from.getYear();
            case QUARTER -> quarters(to) - quarters(from);
            case MONTH -> months(to) - months(from);
            case DAY_OF_YEAR, DAY, WEEKDAY -> ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
            case WEEK -> ChronoUnit.WEEKS.between(sunday(from), sunday(to));
            case ISO_WEEK -> ChronoUnit.WEEKS.between(monday(from), monday(to));
            case HOUR -> between(from, to, ChronoUnit.HOURS);
            case MINUTE, OFFSET -> between(from, to, ChronoUnit.MINUTES);
            case SECOND -> between(from, to, ChronoUnit.SECONDS);
            case MILLISECOND -> between(from, to, ChronoUnit.MILLIS);
            case MICROSECOND -> between(from, to, ChronoUnit.MICROS);
            case NANOSECOND -> Duration.between(from, to).toNanos();
        };
    }

    private static long between(LocalDateTime from, LocalDateTime to, ChronoUnit unit) {
        return unit.between(from.truncatedTo(unit), to.truncatedTo(unit));
    }

    private static long months(LocalDateTime time) {
        return time.getYear() * 12L + time.getMonthValue();
    }

    private static long quarters(LocalDateTime time) {
        return time.getYear() * 4L + time.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static LocalDate sunday(LocalDateTime time) {
        return time.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate monday(LocalDateTime time) {
        return time.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    int of(LocalDateTime time, int offsetMinutes) {
        return switch (this) {
            case YEAR -> time.getYear();
            case QUARTER -> time.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> time.getMonthValue();
            case DAY_OF_YEAR -> time.getDayOfYear();
            case DAY -> time.getDayOfMonth();
            case WEEK -> (time.getDayOfYear() + weekday(time.withDayOfYear(1)) - 2) / 7 + 1;
            case ISO_WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case WEEKDAY -> weekday(time);
            case HOUR -> time.getHour();
            case MINUTE -> time.getMinute();
            case SECOND -> time.getSecond();
            case MILLISECOND -> time.get(ChronoField.MILLI_OF_SECOND);
            case MICROSECOND -> time.get(ChronoField.MICRO_OF_SECOND);
            case NANOSECOND -> time.get(ChronoField.NANO_OF_SECOND);
            case OFFSET -> offsetMinutes;
        };
    }

    /** Sunday is 1. */
    private static int weekday(LocalDateTime time) {
        return time.getDayOfWeek().getValue() % 7 + 1;
    }
}
