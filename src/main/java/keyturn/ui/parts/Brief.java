package keyturn.ui.parts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens what fills a line without saying more: the folders before the last one of a path, the end of a long number. */
public final class Brief {

    private static final String NAME = "[^\\\\/:*?\"<>|;\\r\\n]+\\\\";
    private static final Pattern PATH =
            Pattern.compile("\\b[A-Za-z]:\\\\(?:" + NAME + ")+(?<folder>" + NAME + ")(?=[^\\\\\\s])");
    private static final Pattern NUMBER = Pattern.compile("(?<head>\\b0x[0-9A-Fa-f]{8})[0-9A-Fa-f]{8,}");

    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu}|\\d)");

    private Brief() {}

    /** The same sentence for a row or a banner; the whole one belongs into tooltip and accessible text. */
    public static String of(String text) {
        String paths = PATH.matcher(text).replaceAll(found -> Matcher.quoteReplacement("…\\" + found.group("folder")));
        return NUMBER.matcher(paths).replaceAll("${head}…");
    }

    /** The first sentence of a text. */
    public static String firstSentence(String text) {
        return NEXT_SENTENCE.split(text.strip(), 2)[0];
    }

    /** What follows the first sentence; empty where nothing does. */
    public static String afterFirstSentence(String text) {
        String[] parts = NEXT_SENTENCE.split(text.strip(), 2);
        return parts.length == 1 ? "" : parts[1];
    }
}
