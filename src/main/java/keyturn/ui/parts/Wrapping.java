package keyturn.ui.parts;

import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;

/**
 * Text that is broken into lines. JavaFX 26 loses its place where a line ends inside a run of right-to-left text
 * (PrismTextLayout, computeTrailingSpaceWidth), and the window stays empty. So in such a text the blanks run from left to right,
 * and controls of direction, which hide what a name is, stand as what they are. What a screen reader hears is not touched.
 */
public final class Wrapping {

    private static final String MARK = "\u200E";
    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}\u200F]");
    private static final Pattern CONTROL = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Wrapping() {}

    /** The text with each control of direction as {@code <U+XXXX>}. */
    public static String plain(String text) {
        return CONTROL.matcher(text)
                .replaceAll(control -> "<U+%04X>".formatted(control.group().codePointAt(0)));
    }

    /** The text as it may stand in several lines. */
    public static String shown(String text) {
        String plain = plain(text);
        return RIGHT_TO_LEFT.matcher(plain).find() ? BLANKS.matcher(plain).replaceAll(MARK + "$0" + MARK) : plain;
    }

    static ObservableValue<String> shown(ObservableValue<String> text) {
        return text.map(Wrapping::shown);
    }

    /** It may be broken as it is: for what is copied, and so is not touched. */
    public static boolean isSafe(String text) {
        return !CONTROL.matcher(text).find() && !RIGHT_TO_LEFT.matcher(text).find();
    }
}
