package keyturn.practice.tsql.types;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How texts compare: by code unit ({@code _BIN}, {@code _BIN2}), else punctuation before digits before letters, with or
 * without case and accents. Trailing blanks never count.
 */
public record Collation(String name, boolean binary, boolean caseSensitive, boolean accentSensitive)
        implements Comparator<String> {

    /** What a server has that is set up without a thought. */
    public static final Collation DEFAULT = new Collation("SQL_Latin1_General_CP1_CI_AS", false, false, true);

    private static final Pattern NAME = Pattern.compile(
            "[A-Z][A-Z0-9_]*_(BIN2?|C[IS]_A[IS](_KS)?(_WS)?(_VSS)?(_SC)?)(_UTF8)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Collation> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Order of the signs in Windows' alphanumeric sorting; what is not here follows by code. */
    private static final String SIGNS = "'- !\"#$%&()*,./:;?@[\\]^_`{|}~+<=>";

    /** Empty where no collation can have that name: whoever asks raises 448. */
    public static Optional<Collation> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("DATABASE_DEFAULT") || upper.equals("CATALOG_DEFAULT")) {
            return Optional.of(Prevailing.here());
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        boolean binary = upper.contains("_BIN");
        return Optional.of(
                new Collation(name, binary, binary || upper.contains("_CS_"), binary || upper.contains("_AS")));
    }

    /** Of a name that was looked over when it came in. */
    public static Collation known(String name) {
        return KNOWN.computeIfAbsent(
                name, n -> named(n).orElseThrow(() -> new IllegalArgumentException("no collation: " + n)));
    }

    /** Whether two names, or two texts, are one. */
    public boolean same(String a, @Nullable String b) {
        if (b == null) {
            return false;
        }
        if (caseSensitive && accentSensitive) {
            return a.equals(b) || trimmed(a).equals(trimmed(b));
        }
        return a.equals(b) || (!caseSensitive && a.equalsIgnoreCase(b)) || key(a).equals(key(b));
    }

    /** A text that is the same for all texts that are equal under this collation. */
    public String key(String text) {
        String trimmed = trimmed(text);
        if (binary) {
            return trimmed;
        }
        String folded = caseSensitive ? trimmed : fold(trimmed);
        return accentSensitive
                ? folded
                : MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    private static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    @Override
    public int compare(String a, String b) {
        if (binary) {
            return trimmed(a).compareTo(trimmed(b));
        }
        int primary = primary(a, b);
        if (primary != 0) {
            return primary;
        }
        String left = key(a);
        String right = key(b);
        if (left.equals(right)) {
            return 0;
        }
        int accents = fold(left).compareTo(fold(right));
        // Where only case is left, lower case comes first.
        return accents != 0 ? accents : right.compareTo(left);
    }

    private static int primary(String a, String b) {
        int length = Math.max(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            int difference = weight(i < a.length() ? a.charAt(i) : ' ') - weight(i < b.length() ? b.charAt(i) : ' ');
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int weight(char c) {
        if (c < 0x80) {
            int sign = SIGNS.indexOf(c);
            if (sign >= 0) {
                return sign + 0x100;
            }
            return Character.isDigit(c) ? 0x10000 + c : Character.isLetter(c) ? 0x20000 + lower(c) : c;
        }
        return Character.isLetter(c) ? 0x20000 + base(c) : Character.isDigit(c) ? 0x10000 + c : 0x200 + c;
    }

    private static char base(char c) {
        return lower(
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0));
    }

    private static char lower(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
