package keyturn.ui.parts;

import java.util.Arrays;
import java.util.Locale;

/** What somebody looks for in a list: words in any order, in capital or small letters. */
public final class Wanted {

    private Wanted() {}

    /** Whether the text holds each of the words; none are held by every text. */
    public static boolean holds(String text, String words) {
        String small = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(small::contains);
    }
}
