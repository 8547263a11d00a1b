package keyturn.evidence.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as CSV (RFC 4180): commas, CRLF, quotes where a cell needs them, also for a spreadsheet that splits at semicolons. What
 * one would take for a formula gets an apostrophe before it, which the spreadsheet hides and every other reader can see. A byte order mark stands at the
 * head: without it Windows' own readers take the file for one of the code page.
 */
public final class Csv {

    static final String BYTE_ORDER_MARK = "\uFEFF";
    /** At the head of a cell, and where a spreadsheet that splits at another sign would begin one. */
    private static final Pattern BEGINS_FORMULA = Pattern.compile("(^|[;\t]\\s*)([=+\\-@\t\r])");

    private Csv() {}

    /** @param rows each as long as the head */
    public static String write(List<String> head, List<List<String>> rows) {
        return BYTE_ORDER_MARK + line(head) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = BEGINS_FORMULA.matcher(text).replaceAll("$1'$2");
        boolean quoted = safe.chars().anyMatch(c -> ",;\t\"\n\r".indexOf(c) >= 0);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
