package keyturn.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them. A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it, which the spreadsheet hides and every other reader can see. A byte order mark stands at the
 * head: without it Windows' own readers take the file for one of the code page.
 */
public final class Csv {

    static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** @param rows each as long as the head */
    public static String write(List<String> head, List<List<String>> rows) {
        return BYTE_ORDER_MARK + line(head) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
