package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Bytes;

/** The way of RAISERROR to fill the places of a message, after printf of the C language. */
final class RaisedText {

    private static final int LONGEST = 2047;
    private static final int CUT = 2044;
    private static final int MOST_DIGITS = 6;
    private static final Pattern PLACE =
            Pattern.compile("%(?:%|([-+0# ]*)(\\*|\\d*)(?:\\.(\\*|\\d*))?(I64|[hl])?([A-Za-z]))");

    private final String template;
    private final List<Optional<Object>> arguments;
    private int next;

    private RaisedText(String template, List<Optional<Object>> arguments) {
        this.template = template;
        this.arguments = arguments;
    }

    /**
     * @param arguments empty for NULL
     * @throws SqlError 2786 for an argument of the wrong type, 2787 for a place that is none
     */
    static String fill(String template, List<Optional<Object>> arguments) {
        String text = new RaisedText(template, arguments).filled();
        return text.length() <= LONGEST ? text : text.substring(0, CUT) + "...";
    }

    private String filled() {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', end)) {
            text.append(template, end, at);
            if (!place.find(at) || place.start() != at) {
                throw invalid(at);
            }
            text.append(place.group().equals("%%") ? "%" : one(place, at));
            end = place.end();
        }
        return text.append(template, end, template.length()).toString();
    }

    private String one(Matcher place, int at) {
        String flags = Objects.toString(place.group(1), "");
        int width = size(place.group(2));
        int precision = place.group(3) == null ? LONGEST : size(place.group(3));
        String form = place.group(5);
        boolean left = width < 0 || flags.contains("-");
        int wide = Math.min(Math.abs(width), LONGEST);
        return switch (form) {
            case "d", "i", "u", "o", "x", "X" -> padded(number(form, flags, left ? 0 : wide), left, wide);
            case "s" -> padded(text(precision), left, wide);
            default -> throw invalid(at);
        };
    }

    /** Digits, or an asterisk for an argument that says it; 0 for nothing. */
    private int size(String written) {
        if (written.equals("*")) {
            return taken().orElse(0) instanceof Integer size ? Math.clamp(size, -LONGEST, LONGEST) : 0;
        }
        return written.isEmpty() ? 0 : Integer.parseInt(written.substring(0, Math.min(MOST_DIGITS, written.length())));
    }

    private String number(String form, String flags, int width) {
        Object value = taken().orElse(null);
        if (value == null) {
            return "(null)";
        }
        if (!(value instanceof Integer) && !(value instanceof Long)) {
            throw mismatch();
        }
        boolean signed = form.equals("d") || form.equals("i");
        String digits = signed ? value.toString() : unsigned(form, value);
        boolean negative = digits.startsWith("-");
        String sign = negative ? "-" : signed ? sign(flags) : prefix(form, flags);
        String bare = negative ? digits.substring(1) : digits;
        int zeros = flags.contains("0") ? width - sign.length() - bare.length() : 0;
        return sign + "0".repeat(Math.max(0, zeros)) + bare;
    }

    private static String sign(String flags) {
        return flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private static String prefix(String form, String flags) {
        return flags.contains("#") && !form.equals("u") ? (form.equals("o") ? "0" : "0" + form) : "";
    }

    private static String unsigned(String form, Object value) {
        int radix = form.equals("u") ? 10 : form.equals("o") ? 8 : 16;
        String digits = value instanceof Integer number
                ? Integer.toUnsignedString(number, radix)
                : Long.toUnsignedString((Long) value, radix);
        return form.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    private String text(int longest) {
        Object value = taken().orElse(null);
        if (value == null) {
            return "(null)";
        }
        if (!(value instanceof String) && !(value instanceof Bytes)) {
            throw mismatch();
        }
        String text = String.valueOf(value);
        return text.substring(0, Math.clamp(longest, 0, text.length()));
    }

    private static String padded(String text, boolean left, int width) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return left ? text + blanks : blanks + text;
    }

    /** A place without an argument is filled as one with NULL is. */
    private Optional<Object> taken() {
        return next < arguments.size() ? arguments.get(next++) : Optional.empty();
    }

    private SqlError mismatch() {
        return Messages.error(2786, 1, next);
    }

    private SqlError invalid(int at) {
        return Messages.error(2787, 1, template.substring(at));
    }
}
