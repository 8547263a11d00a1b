package keyturn.practice.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values in the contract's words. */
final class Words {

    private static final String BAR = Pattern.quote(" | ");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+(e-?\\d+)?");

    private Words() {}

    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Boolean bit -> bit ? "1" : "0";
            case byte[] bytes -> "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Double number -> value(new BigDecimal(number.toString()));
            case Float number -> value(new BigDecimal(number.toString()));
            case UUID id -> id.toString().toUpperCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    /** Rows as seen, with each value that is the expected one for this client as the contract writes it. */
    static List<String> inTheContractsWords(Client client, List<String> expected, List<String> seen) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            String[] wanted = (i < expected.size() ? expected.get(i) : "").split(BAR, -1);
            String[] values = seen.get(i).split(BAR, -1);
            for (int j = 0; j < Math.min(wanted.length, values.length); j++) {
                values[j] = client.same(wanted[j], values[j]) ? wanted[j] : values[j];
            }
            rows.add(row(List.of(values)));
        }
        return rows;
    }

    static String row(List<String> values) {
        return String.join(" | ", values);
    }

    /** Names of columns; the last ones may be empty. */
    static String columns(List<String> names) {
        return row(names).stripTrailing();
    }

    /**
     * A value as the scripts of clients write it: a letter for what it is, then its text.
     *
     * @param written {@code 0} nothing, {@code n} number, {@code b} bytes in hex, {@code g} identifier, {@code s} text
     */
    static String written(String written) {
        String text = written.substring(1);
        return switch (written.charAt(0)) {
            case '0' -> "NULL";
            case 'n' -> value(new BigDecimal(text));
            case 'b' -> "0x" + text.toUpperCase(Locale.ROOT);
            case 'g' -> text.toUpperCase(Locale.ROOT);
            case 's' -> text;
            default -> throw new IllegalArgumentException(written);
        };
    }

    /** Whether two texts are the same number, however many zeros end them. */
    static boolean sameNumber(String one, String other) {
        return NUMBER.matcher(one).matches()
                && NUMBER.matcher(other).matches()
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    /** Whether an information is the contract's business; that database, language or cursor is another is the client's. */
    static boolean isSaid(int number) {
        return number != 5701 && number != 5703 && number != 16954;
    }

    static String error(int number, int severity, int state, long line, String text) {
        return number + " " + severity + " " + state + " " + line + " " + text;
    }
}
