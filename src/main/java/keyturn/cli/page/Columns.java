package keyturn.cli.page;

import java.util.ArrayList;
import java.util.List;

/** Text in the columns of a terminal: how wide it is, where it may break, and what must not reach a terminal as it is. */
public final class Columns {

    private Columns() {}

    /** The same text with control, format and half characters written as {@code \}{@code u{1B}}: a name cannot steer a terminal. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (harmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return shown.toString();
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return wide(c) ? 2 : 1;
    }

    /** East Asian wide characters and pictures, as terminals draw them (Unicode, UAX 11, in coarse ranges). */
    private static boolean wide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || c >= 0x20000);
    }

    /**
     * Breaks a text into lines of at most {@code room} columns: at blanks, after a backslash, slash or comma where no
     * blank is near the end, else anywhere. The blank at a break goes.
     */
    static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (width(rest) > room) {
            int at = breakAt(rest, room);
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int breakAt(String text, int room) {
        int used = 0;
        int at = 0;
        int blank = 0;
        int sign = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == ' ') {
                blank = at;
            }
            used += width(c);
            if (used > room) {
                break;
            }
            at += Character.charCount(c);
            if (c == '\\' || c == '/' || c == ',') {
                sign = at;
            }
        }
        int best = blank > at / 2 ? blank : Math.max(blank, sign);
        return best > 0 ? best : Math.max(at, Character.charCount(text.codePointAt(0)));
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }
}
