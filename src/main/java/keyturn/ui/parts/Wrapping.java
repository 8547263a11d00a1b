package keyturn.ui.parts;

import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;

/** Controls of direction hide what a name is: on the page they stand as what they are. What a screen reader hears is not touched. */
public final class Wrapping {

    private static final Pattern CONTROL = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private Wrapping() {}

    /** The text with each control of direction as {@code <U+XXXX>}. */
    public static String plain(String text) {
        return CONTROL.matcher(text)
                .replaceAll(control -> "<U+%04X>".formatted(control.group().codePointAt(0)));
    }

    static ObservableValue<String> plain(ObservableValue<String> text) {
        return text.map(Wrapping::plain);
    }
}
