package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.List;

/**
 * What fits into one row of the script view: a line, or a piece of a long one.
 *
 * @param number of the code line, from 1; 0 for notes
 * @param from where the piece begins in the line
 * @param to where it ends, exclusive
 */
public record ScriptRow(ScriptLine line, int number, int from, int to) {

    private static final int NARROW_BELOW = 0x300;

    public String text() {
        return line.text().substring(from, to);
    }

    /** A heading that does not fit. */
    boolean isCut() {
        return line.kind() == ScriptLine.Kind.HEADING && to < line.text().length();
    }

    boolean isContinuation() {
        return from > 0;
    }

    /** Cuts lines into rows of at most so many columns. */
    public static List<ScriptRow> of(List<ScriptLine> lines, int columns) {
        return of(lines, columns, 0);
    }

    /** @param before how many lines of code stand before these */
    public static List<ScriptRow> of(List<ScriptLine> lines, int columns, int before) {
        List<ScriptRow> rows = new ArrayList<>();
        int number = before;
        for (ScriptLine line : lines) {
            int shown = line.kind() == ScriptLine.Kind.CODE ? ++number : 0;
            if (line.kind() == ScriptLine.Kind.HEADING) {
                rows.add(new ScriptRow(line, 0, 0, end(line.text(), 0, columns - 1)));
                continue;
            }
            int from = 0;
            do {
                int to = end(line.text(), from, columns);
                rows.add(new ScriptRow(line, shown, from, to));
                from = to;
            } while (from < line.text().length());
        }
        return rows;
    }

    /** Letters beyond the Latin ones may be twice as wide in a mono font: counted as two, so that none is cut. */
    private static int end(String text, int from, int columns) {
        int used = 0;
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            used += letter < NARROW_BELOW ? 1 : 2;
            if (used > columns && at > from) {
                return atWord(text, from, at);
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    /** Behind the last blank, where that leaves a row that is at least half full. */
    private static int atWord(String text, int from, int end) {
        int blank = text.lastIndexOf(' ', end - 1) + 1;
        return blank > from && blank - from >= (end - from) / 2 ? blank : end;
    }
}
