package keyturn.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PowerShell writes to standard error: plain lines, or errors and progress as CLIXML. */
final class PowerShellOutput {

    private static final String MARK = "#< CLIXML";
    private static final Pattern ERROR = Pattern.compile("<S S=\"Error\">(.*?)</S>", Pattern.DOTALL);
    private static final Pattern CHARACTER = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private PowerShellOutput() {}

    /** The errors, in plain text. */
    static String errors(String written) {
        if (!written.contains(MARK)) {
            return written.strip();
        }
        StringBuilder errors = new StringBuilder();
        Matcher each = ERROR.matcher(written);
        while (each.find()) {
            errors.append(plain(each.group(1)));
        }
        return errors.toString().strip();
    }

    private static String plain(String text) {
        String characters = CHARACTER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return characters
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
