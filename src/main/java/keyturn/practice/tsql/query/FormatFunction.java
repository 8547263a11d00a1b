package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeErrors;
import org.jspecify.annotations.Nullable;

/** FORMAT with the patterns of .NET that scripts use, in the culture en-US; another culture is refused. */
final class FormatFunction {

    private static final Map<String, String> STANDARD_DATES = Map.of(
            "d",
            "M/d/yyyy",
            "D",
            "EEEE, MMMM d, yyyy",
            "t",
            "h:mm a",
            "T",
            "h:mm:ss a",
            "s",
            "yyyy-MM-dd'T'HH:mm:ss",
            "g",
            "M/d/yyyy h:mm a",
            "G",
            "M/d/yyyy h:mm:ss a",
            "u",
            "yyyy-MM-dd HH:mm:ss'Z'");

    private FormatFunction() {}

    static Expr bind(Functions.Invocation call) {
        Expr value = call.argument(0);
        if (!value.type().isNumber() && !value.type().isTemporal()) {
            throw new SqlError(
                    8116,
                    16,
                    1,
                    call.call().line(),
                    "Argument data type " + value.type().typeName() + " is invalid for argument 1 of format function.");
        }
        if (call.count() > 2
                && !(call.call().arguments().get(2)
                                instanceof keyturn.practice.tsql.syntax.Expression.StringLiteral culture
                        && culture.text().toLowerCase(Locale.ROOT).equals("en-us"))) {
            throw BindErrors.notSupported(call.call().line(), "FORMAT with another culture than 'en-US'");
        }
        Expr pattern = call.argument(1).as(SqlType.nvarchar(4000));
        return call.strict(
                SqlType.nvarchar(4000),
                List.of(value, pattern),
                a -> a[0] instanceof TemporalAccessor time
                        ? date(time, a[1].toString())
                        : number(new BigDecimal(a[0] instanceof Boolean ? "0" : a[0].toString()), a[1].toString()));
    }

    private static @Nullable String date(TemporalAccessor time, String pattern) {
        String translated = STANDARD_DATES.getOrDefault(pattern, translate(pattern));
        boolean fits = !(time instanceof LocalTime && translated.matches(".*[yMdE].*"));
        if (!fits) {
            return null;
        }
        try {
            TemporalAccessor whole = time instanceof LocalDate day ? day.atStartOfDay() : time;
            return DateTimeFormatter.ofPattern(translated, Locale.US).format(whole);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw TypeErrors.notSupported("the pattern '" + pattern + "' of FORMAT");
        }
    }

    /** .NET's letters that differ from Java's: t for the half of the day, f for the fraction, ddd for the day's name. */
    private static String translate(String pattern) {
        return pattern.replace("dddd", "EEEE")
                .replace("ddd", "EEE")
                .replace("tt", "a")
                .replace("f", "S")
                .replace("zzz", "xxx");
    }

    private static String number(BigDecimal value, String pattern) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Locale.US);
        if (pattern.matches("[A-Za-z]\\d*")) {
            int digits = pattern.length() > 1 ? Integer.parseInt(pattern.substring(1)) : -1;
            return standard(value, Character.toUpperCase(pattern.charAt(0)), digits);
        }
        try {
            DecimalFormat format = new DecimalFormat(pattern, signs);
            format.setRoundingMode(java.math.RoundingMode.HALF_UP);
            return format.format(value);
        } catch (IllegalArgumentException e) {
            throw TypeErrors.notSupported("the pattern '" + pattern + "' of FORMAT");
        }
    }

    private static String standard(BigDecimal value, char kind, int digits) {
        int places = digits < 0 ? 2 : digits;
        return switch (kind) {
            case 'N' -> String.format(Locale.US, "%,." + places + "f", value);
            case 'F' -> String.format(Locale.US, "%." + places + "f", value);
            case 'C' -> (value.signum() < 0 ? "-$" : "$") + String.format(Locale.US, "%,." + places + "f", value.abs());
            case 'P' -> String.format(Locale.US, "%,." + places + "f", value.movePointRight(2)) + "%";
            case 'D' -> String.format(Locale.US, "%0" + Math.max(1, digits) + "d", value.toBigInteger());
            case 'G' -> value.stripTrailingZeros().toPlainString();
            case 'X' -> {
                String hex = String.format(Locale.US, "%X", value.toBigInteger());
                yield "0".repeat(Math.max(0, digits - hex.length())) + hex;
            }
            default -> throw TypeErrors.notSupported("the pattern '" + kind + "' of FORMAT");
        };
    }
}
