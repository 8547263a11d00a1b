package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
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
        String width = size(place.group(2));
        String precision = place.group(3) == null ? "" : size(place.group(3));
        return switch (place.group(5)) {
            case "d", "i" -> number(place.group(1), width, 'd');
            case "u" -> padded(number("", "", 'd'), place.group(1), width);
            case "o" -> number(place.group(1).replaceAll("[+ ]", ""), width, 'o');
            case "x", "X" ->
                number(
                        place.group(1).replaceAll("[+ ]", ""),
                        width,
                        place.group(5).charAt(0));
            case "s" -> padded(text(precision), place.group(1), width);
            default -> throw invalid(at);
        };
    }

    private String size(String written) {
        return written.equals("*") ? number("", "", 'd') : written;
    }

    private String number(String flags, String width, char form) {
        Object value = taken().orElse(null);
        if (value == null) {
            return "(null)";
        }
        if (!(value instanceof Integer) && !(value instanceof Long)) {
            throw mismatch();
        }
        String useful =
                width.isEmpty() ? flags.replaceAll("[-0]", "") : flags.contains("-") ? flags.replace("0", "") : flags;
        return String.format(Locale.ROOT, "%" + (form == 'd' ? useful.replace("#", "") : useful) + width + form, value);
    }

    private String text(String precision) {
        Object value = taken().orElse(null);
        if (value == null) {
            return "(null)";
        }
        if (!(value instanceof String) && !(value instanceof Bytes)) {
            throw mismatch();
        }
        String text = String.valueOf(value);
        return precision.isEmpty() ? text : text.substring(0, Math.min(text.length(), Integer.parseInt(precision)));
    }

    private static String padded(String text, String flags, String width) {
        int missing = width.isEmpty() ? 0 : Integer.parseInt(width) - text.length();
        String blanks = " ".repeat(Math.clamp(missing, 0, LONGEST));
        return flags.contains("-") ? text + blanks : blanks + text;
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
