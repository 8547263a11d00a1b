package keyturn.domain;

/**
 * Text that stays on one line and survives a file: no control character (C0, DEL and C1 with NEL), no line or paragraph
 * separator (U+2028, U+2029), no half of a surrogate pair,
 * and no U+FFFD, which drivers put in place of such a half: the server has another name then. SQL Server allows all of these in a name; scripts that people
 * open in editors, pass through sqlcmd and paste into tickets do not keep them. Names that break this are refused before
 * anything is rendered.
 */
public final class OneLine {

    private static final int REPLACEMENT = 0xFFFD;

    private OneLine() {}

    public static boolean holds(String text) {
        return text.codePoints().allMatch(OneLine::plain);
    }

    private static boolean plain(int codePoint) {
        if (codePoint == REPLACEMENT) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }

    /**
     * The text for a message or a page: each character that would break the line, and each that is not seen but moves what is, as
     * a mark of direction does, as {@code U+XXXX} in angle brackets.
     */
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (plain(c) && Character.getType(c) != Character.FORMAT) {
                shown.appendCodePoint(c);
            } else {
                shown.append("<U+").append("%04X".formatted(c)).append('>');
            }
        });
        return shown.toString();
    }
}
