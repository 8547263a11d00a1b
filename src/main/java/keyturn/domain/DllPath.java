package keyturn.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a connector DLL lies on the server: an absolute Windows path (drive or share) that ends in {@code .dll}, at most
 * 256 characters (document: set-up steps for extensible key management, FROM FILE).
 */
public record DllPath(String value) {

    private static final int LIMIT = 256;
    private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\[^\\\\/]+\\\\[^\\\\/]+\\\\).+");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f<>\"|?*/]");

    public DllPath {
        if (value.length() > LIMIT) {
            throw broken("length", value, String.valueOf(value.length()));
        }
        if (!ABSOLUTE.matcher(value).matches() || value.indexOf(':', 2) >= 0) {
            throw broken("absolute", value);
        }
        if (FORBIDDEN.matcher(value).find()) {
            throw broken("characters", value);
        }
        if (!value.regionMatches(true, value.length() - 4, ".dll", 0, 4) || value.endsWith("\\.dll")) {
            throw broken("extension", value);
        }
    }

    /** The folder, without the last backslash. */
    public String folder() {
        return value.substring(0, value.lastIndexOf('\\'));
    }

    public String fileName() {
        return value.substring(value.lastIndexOf('\\') + 1);
    }

    /** Windows' own comparison: without regard to case. */
    public boolean sameFileAs(DllPath other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static InvalidValue broken(String rule, String value, String... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = value;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new InvalidValue(new Problem(
                "dll-path." + rule,
                Message.of("domain.dllPath." + rule, arguments),
                Optional.empty(),
                Message.of("domain.dllPath.next")));
    }
}
