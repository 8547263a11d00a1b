package keyturn.practice.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords and secrets out of a text before it is filed: the literal behind SECRET, PASSWORD and the like, and every
 * literal of a call that takes a password in some place; also where the statement stands inside a string, its quotes doubled
 * once for each string around it.
 */
final class SecretMask {

    private static final Pattern WORD = Pattern.compile("(?i)\\b(?:(?:OLD_|MEDIA)?PASSWORD|SECRET|KEY_SOURCE|"
            + "(?<whole>sp_addlogin|sp_password|sp_setapprole|sp_addapprole|sp_approlepassword|sp_addlinkedsrvlogin|"
            + "OPENROWSET|OPENDATASOURCE))\\b");
    private static final Pattern BINARY = Pattern.compile("0x[0-9A-Fa-f]*");
    private static final String MASK = "'***'";

    private SecretMask() {}

    static String masked(String text) {
        StringBuilder masked = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (word.find(at)) {
            if (word.group("whole") != null) {
                masked.append(text, at, word.end());
                at = call(text, word.end(), masked);
                continue;
            }
            int behind = behindGap(text, word.end());
            boolean equals = starts(text, behind, "=");
            int begin = equals ? behindGap(text, behind + 1) : behind;
            int literal = starts(text, begin, "N'") || starts(text, begin, "n'") ? begin + 1 : begin;
            boolean secret = (equals || begin > word.end()) && isLiteral(text, literal);
            masked.append(text, at, secret ? begin : word.end()).append(secret ? MASK : "");
            at = secret ? end(text, literal) : word.end();
        }
        return masked.append(text, at, text.length()).toString();
    }

    /** Masks all literals up to the semicolon that ends the statement. Returns where that is. */
    private static int call(String text, int begin, StringBuilder masked) {
        int open = 0;
        int at = begin;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';' && open <= 0) {
                return at;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            int next = behindGap(text, at);
            int literal = starts(text, at, "N'") || starts(text, at, "n'") ? at + 1 : at;
            boolean inWord = Character.isLetterOrDigit(text.charAt(at - 1));
            if (next > at) {
                masked.append(text, at, next);
            } else if (isLiteral(text, literal) && !(inWord && Character.isLetterOrDigit(c))) {
                masked.append(MASK);
                next = end(text, literal);
            } else {
                masked.append(c);
                next = at + 1;
            }
            at = next;
        }
        return at;
    }

    private static boolean starts(String text, int at, String with) {
        return text.startsWith(with, at);
    }

    private static boolean isLiteral(String text, int at) {
        return starts(text, at, "'") || starts(text, at, "\"") || starts(text, at, "0x");
    }

    /** Behind white space and comments. */
    private static int behindGap(String text, int begin) {
        int at = begin;
        while (at < text.length()) {
            int before = at;
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (starts(text, at, "--")) {
                at = behind(text, at, "\n");
            } else if (starts(text, at, "/*")) {
                at = behind(text, at + 2, "*/");
            }
            if (at == before) {
                return at;
            }
        }
        return at;
    }

    private static int behind(String text, int begin, String mark) {
        int found = text.indexOf(mark, begin);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static int end(String text, int begin) {
        char quote = text.charAt(begin);
        if (quote == '0') {
            Matcher digits = BINARY.matcher(text);
            return digits.find(begin) ? digits.end() : begin;
        }
        int run = run(text, begin);
        int unit = Integer.lowestOneBit(run);
        boolean empty = run == 2 && outside(text, begin);
        return empty ? begin + run : closed(text, begin + unit, quote, unit);
    }

    /** Behind the quote that closes, where {@code unit} quotes stand for one; a shorter run closes what is around. */
    private static int closed(String text, int begin, char quote, int unit) {
        int at = begin;
        while (at < text.length()) {
            int run = text.charAt(at) == quote ? run(text, at) : 0;
            if (run > 0 && (run / unit) % 2 == 1) {
                return at + run / unit * unit;
            }
            if (run > 0 && run < unit) {
                return at;
            }
            at += Math.max(1, run);
        }
        return at;
    }

    private static int run(String text, int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) == text.charAt(begin)) {
            end++;
        }
        return end - begin;
    }

    /** Whether no string is open there. */
    private static boolean outside(String text, int place) {
        return text.substring(0, place).chars().filter(c -> c == '\'').count() % 2 == 0;
    }
}
