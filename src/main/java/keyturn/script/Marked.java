package keyturn.script;

/** The mark at the start of a file that tells Windows programs that it is UTF-8. */
public final class Marked {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Marked() {}

    /** The text, with the mark before it where it holds more than ASCII. */
    public static String text(String text) {
        return text.chars().allMatch(c -> c < 128) ? text : BYTE_ORDER_MARK + text;
    }
}
