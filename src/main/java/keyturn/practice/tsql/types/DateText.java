package keyturn.practice.tsql.types;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Dates and times as CONVERT's styles write them, in us_english. */
final class DateText {

    /** Pattern letters are those of {@link DateTimeFormatter}; F stands for the fraction with the type's digits. */
    private record Style(String date, String time, String between) {
        Style(String date, String time) {
            this(date, time, " ");
        }
    }

    private static final Map<Integer, Style> STYLES = Map.ofEntries(
            Map.entry(0, new Style("MMM ppd yyyy", "pph:mma")),
            Map.entry(1, new Style("MM/dd/yy", "")),
            Map.entry(2, new Style("yy.MM.dd", "")),
            Map.entry(3, new Style("dd/MM/yy", "")),
            Map.entry(4, new Style("dd.MM.yy", "")),
            Map.entry(5, new Style("dd-MM-yy", "")),
            Map.entry(6, new Style("dd MMM yy", "")),
            Map.entry(7, new Style("MMM dd, yy", "")),
            Map.entry(8, new Style("", "HH:mm:ss")),
            Map.entry(9, new Style("MMM ppd yyyy", "pph:mm:ss:Fa")),
            Map.entry(10, new Style("MM-dd-yy", "")),
            Map.entry(11, new Style("yy/MM/dd", "")),
            Map.entry(12, new Style("yyMMdd", "")),
            Map.entry(13, new Style("dd MMM yyyy", "HH:mm:ss:F")),
            Map.entry(14, new Style("", "HH:mm:ss:F")),
            Map.entry(20, new Style("yyyy-MM-dd", "HH:mm:ss")),
            Map.entry(21, new Style("yyyy-MM-dd", "HH:mm:ss.F")),
            Map.entry(22, new Style("MM/dd/yy", "pph:mm:ss a")),
            Map.entry(23, new Style("yyyy-MM-dd", "")),
            Map.entry(24, new Style("", "HH:mm:ss")),
            Map.entry(25, new Style("yyyy-MM-dd", "HH:mm:ss.F")),
            Map.entry(26, new Style("yyyy-MM-dd", "HH:mm:ss.F", "'T'")),
            Map.entry(27, new Style("yyyy-MM-dd", "HH:mm:ss.F", "'T'")));

    private DateText() {}

    static String format(Object value, SqlType from, int style) {
        boolean old = from.kind() == Kind.DATETIME || from.kind() == Kind.SMALLDATETIME;
        int number = style == Conversions.NO_STYLE ? (old ? 0 : 121) : style;
        Style found = STYLES.get(number > 100 ? number - 100 : number == 100 ? 0 : number);
        if (found == null) {
            throw TypeErrors.style281(style, from);
        }
        Style wide = number > 100 ? new Style(century(found.date), found.time, found.between) : found;
        String pattern = pattern(wide, value, old ? 3 : from.scale());
        if (pattern.isEmpty()) {
            throw TypeErrors.style281(style, from);
        }
        String text = DateTimeFormatter.ofPattern(pattern, Locale.US).format(moment(value, number));
        return value instanceof OffsetDateTime time && !wide.time.isEmpty() ? text + offset(time, number) : text;
    }

    private static String century(String date) {
        return date.contains("yyyy") ? date : date.replace("yy", "yyyy");
    }

    private static LocalDateTime moment(Object value, int style) {
        return switch (value) {
            case LocalDate date -> date.atStartOfDay();
            case LocalTime time -> time.atDate(LocalDate.of(1900, 1, 1));
            case OffsetDateTime time ->
                style == 127 ? time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime() : time.toLocalDateTime();
            default -> (LocalDateTime) value;
        };
    }

    private static String offset(OffsetDateTime time, int style) {
        if (style == 127) {
            return "Z";
        }
        String offset = DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(time);
        return style == 126 ? offset : " " + offset;
    }

    private static String pattern(Style style, Object value, int digits) {
        String date = value instanceof LocalTime ? "" : style.date;
        String time = value instanceof LocalDate ? "" : style.time;
        boolean iso = style.between.equals("'T'");
        boolean drop = digits == 0
                || (iso
                        && value instanceof LocalDateTime whole
                        && whole.truncatedTo(ChronoUnit.SECONDS).equals(whole));
        time = drop ? time.replace(".F", "").replace(":F", "") : time.replace("F", "S".repeat(digits));
        return date.isEmpty() || time.isEmpty() ? date + time : date + style.between + time;
    }
}
