package keyturn.practice.tsql.query;

import java.util.regex.Pattern;
import keyturn.practice.tsql.types.Collation;
import org.jspecify.annotations.Nullable;

/** A pattern of LIKE or PATINDEX: {@code %}, {@code _}, {@code [a-z]}, {@code [^a]}, and an escape sign. */
final class LikePattern {

    private static final char LAST_LATIN = 0x24F;

    private final Pattern pattern;

    private LikePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The last pattern met, since most patterns are constants. */
    static final class Cache {
        private final Collation collation;
        private final boolean looseEnd;
        private String text = "";
        private String escape = "";
        private @Nullable LikePattern last;

        /** @param looseEnd blanks at the end of the value do not count */
        Cache(Collation collation, boolean looseEnd) {
            this.collation = collation;
            this.looseEnd = looseEnd;
        }

        LikePattern pattern(String wanted, String sign) {
            LikePattern known = last;
            if (known == null || !text.equals(wanted) || !escape.equals(sign)) {
                known = of(wanted, sign, collation, looseEnd);
                text = wanted;
                escape = sign;
                last = known;
            }
            return known;
        }
    }

    static LikePattern of(String text, String escape, Collation collation, boolean looseEnd) {
        String expression = expression(text, escape, collation) + (looseEnd ? " *" : "");
        return new LikePattern(Pattern.compile(expression, flags(collation)));
    }

    private static int flags(Collation collation) {
        int flags = Pattern.DOTALL;
        return collation.caseSensitive() ? flags : flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    /** Where the pattern, taken without its outer signs, is first found; 0 for nowhere. */
    static int find(String text, String value, Collation collation) {
        boolean fromStart = !text.startsWith("%");
        boolean toEnd = !text.endsWith("%");
        String core = text.substring(fromStart ? 0 : 1, Math.max(fromStart ? 0 : 1, text.length() - (toEnd ? 0 : 1)));
        String expression = (fromStart ? "\\A" : "") + expression(core, "", collation) + (toEnd ? " *\\z" : "");
        var matcher = Pattern.compile(expression, flags(collation)).matcher(value);
        return matcher.find() ? matcher.start() + 1 : 0;
    }

    private static String expression(String text, String escape, Collation collation) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!escape.isEmpty() && c == escape.charAt(0) && i + 1 < text.length()) {
                out.append(Pattern.quote(text.substring(i + 1, i + 2)));
                i += 2;
                continue;
            }
            int end = c == '[' ? classEnd(text, i) : -1;
            if (end > 0) {
                out.append(characterClass(text.substring(i + 1, end), collation));
                i = end + 1;
                continue;
            }
            out.append(c == '%' ? ".*" : c == '_' ? "." : c == '[' ? "(?!)" : Pattern.quote(String.valueOf(c)));
            i++;
        }
        return out.toString();
    }

    /** A closing bracket right after the opening one ends an empty class, which nothing matches. */
    private static int classEnd(String text, int open) {
        return text.indexOf(']', open + 1);
    }

    private static String characterClass(String body, Collation collation) {
        boolean negated = body.startsWith("^");
        String content = negated ? body.substring(1) : body;
        if (content.isEmpty()) {
            return "(?!)";
        }
        StringBuilder out = new StringBuilder(negated ? "[^" : "[");
        boolean sorted = collation.caseSensitive() && !collation.binary();
        for (int i = 0; i < content.length(); i++) {
            boolean range = content.charAt(i) == '-' && i > 0 && i + 1 < content.length();
            String between = range && sorted ? between(content.charAt(i - 1), content.charAt(i + 1), collation) : "-";
            out.append(range ? between : quoted(content.charAt(i)));
        }
        return out.append(']').toString();
    }

    /** The letters of a range in the order of the collation, where a capital stands beside its small letter. */
    private static String between(char first, char last, Collation collation) {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c <= LAST_LATIN; c++) {
            String text = String.valueOf(c);
            if (collation.compare(String.valueOf(first), text) <= 0
                    && collation.compare(text, String.valueOf(last)) <= 0) {
                all.append(quoted(c));
            }
        }
        return all.toString();
    }

    private static String quoted(char c) {
        return Character.isLetterOrDigit(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }
}
