package keyturn.ui.parts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens what fills a line without saying more: the folders before the last one of a path, the end of a long number. */
public final class Brief {

    private static final String NAME = "[^\\\\/:*?\"<>|;\\r\\n]+\\\\";
    private static final Pattern PATH =
            Pattern.compile("\\b[A-Za-z]:\\\\(?:" + NAME + ")+(?<folder>" + NAME + ")(?=[^\\\\\\s])");
    private static final Pattern NUMBER = Pattern.compile("(?<head>\\b0x[0-9A-Fa-f]{8})[0-9A-Fa-f]{8,}");

    private Brief() {}

    /** The same sentence for a row or a banner; the whole one belongs into tooltip and accessible text. */
    public static String of(String text) {
        String paths = PATH.matcher(text).replaceAll(found -> Matcher.quoteReplacement("…\\" + found.group("folder")));
        return NUMBER.matcher(paths).replaceAll("${head}…");
    }
}
