package keyturn.practice.tsql.types;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which T-SQL accepts a date, a time or both, with us_english month names and order. */
final class DateParser {

    private static final LocalDate ZERO = LocalDate.of(1900, 1, 1);
    private static final Set<Integer> DAY_FIRST = Set.of(3, 4, 5, 13, 103, 104, 105, 113, 131);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern OFFSET = Pattern.compile("\\s*(Z|[+-]\\d{2}:\\d{2})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(?:^|[T\\s])\\s*(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.:](\\d{1,9}))?)?)?\\s*(AM|PM)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile("(\\d{2}|\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})[\\s-]*(\\d{1,2})\\s*,?[\\s-]*(\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})[\\s-]*([A-Za-z]{3,9})\\s*,?[\\s-]*(\\d{4}|\\d{2})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})\\s*([A-Za-z]{3,9})\\s*(\\d{1,2})");

    /** What a text says; {@code fraction} counts the digits of the second's fraction as written. */
    record Moment(LocalDateTime time, Optional<ZoneOffset> offset, int fraction) {}

    private DateParser() {}

    /**
     * Empty where the text has no shape of a date.
     *
     * @throws DateTimeException where it has the shape and names no day or time that exists
     */
    static Optional<Moment> parse(String text, int style) {
        String rest = text.strip();
        Optional<ZoneOffset> offset = Optional.empty();
        Matcher zone = OFFSET.matcher(rest);
        if (rest.contains(":") && zone.find()) {
            String found = zone.group(1);
            offset = Optional.of(found.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(found));
            rest = rest.substring(0, zone.start());
        }
        LocalTime time = LocalTime.MIDNIGHT;
        int fraction = 0;
        Matcher clock = TIME.matcher(rest);
        if (clock.find() && (clock.group(2) != null || clock.group(5) != null)) {
            time = time(clock);
            fraction = clock.group(4) == null ? 0 : clock.group(4).length();
            rest = rest.substring(0, clock.start());
        }
        Optional<LocalDate> date = rest.isBlank() ? Optional.of(ZERO) : date(rest.strip(), style);
        LocalTime found = time;
        Optional<ZoneOffset> zoneFound = offset;
        int digits = fraction;
        return date.map(day -> new Moment(day.atTime(found), zoneFound, digits));
    }

    private static LocalTime time(Matcher clock) {
        int hour = number(clock.group(1));
        String half = clock.group(5);
        if (half != null) {
            if (hour > 12) {
                throw new DateTimeException(clock.group());
            }
            hour = hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
        }
        String fraction = clock.group(4) == null ? "" : clock.group(4);
        return LocalTime.of(hour, part(clock, 2), part(clock, 3), number((fraction + "000000000").substring(0, 9)));
    }

    private static int part(Matcher clock, int group) {
        String digits = clock.group(group);
        return digits == null ? 0 : number(digits);
    }

    private static Optional<LocalDate> date(String text, int style) {
        Matcher m = COMPACT.matcher(text);
        if (m.matches()) {
            return day(year(m.group(1)), number(m.group(2)), number(m.group(3)));
        }
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return day(number(m.group(1)), number(m.group(2)), number(m.group(3)));
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            boolean dayFirst = DAY_FIRST.contains(style);
            return day(year(m.group(3)), number(m.group(dayFirst ? 2 : 1)), number(m.group(dayFirst ? 1 : 2)));
        }
        if (text.matches("\\d{4}")) {
            return day(number(text), 1, 1);
        }
        return named(text);
    }

    private static Optional<LocalDate> named(String text) {
        Matcher m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return named(year(m.group(3)), m.group(1), number(m.group(2)));
        }
        m = DAY_MONTH.matcher(text);
        if (m.matches()) {
            return named(year(m.group(3)), m.group(2), number(m.group(1)));
        }
        m = YEAR_MONTH.matcher(text);
        return m.matches() ? named(number(m.group(1)), m.group(2), number(m.group(3))) : Optional.empty();
    }

    private static Optional<LocalDate> named(int year, String name, int day) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return month == 0 ? Optional.empty() : day(year, month, day);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** Two digits mean 1950 to 2049. */
    private static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
