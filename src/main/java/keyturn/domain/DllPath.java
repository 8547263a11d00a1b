package keyturn.domain;

import java.util.regex.Pattern;

/**
 * Where a connector DLL lies on the server: an absolute Windows path (drive or share) that ends in {@code .dll}, at most
 * 256 characters (document: set-up steps for extensible key management, FROM FILE). Each part between backslashes is one
 * that Windows takes as it stands: no device name, no dot or blank at its end, neither {@code .} nor {@code ..} (document:
 * Naming files, paths and namespaces).
 */
public record DllPath(String value) {

    private static final int LIMIT = 256;
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\[^\\\\/]+\\\\[^\\\\/]+\\\\)[^\\\\].*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\"|?*/]");
    private static final Pattern DLL = Pattern.compile("(?i).*[^\\\\]\\.dll", Pattern.DOTALL);

    /** A name that Windows gives to a device in every folder, whatever extension follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9¹²³]) *(?:\\..*)?");

    public DllPath {
        if (value.length() > LIMIT) {
            throw broken("length", value, value.length());
        }
        if (value.startsWith("\\\\?\\") || value.startsWith("\\\\.\\")) {
            throw broken("prefix", value);
        }
        if (!ABSOLUTE.matcher(value).matches() || value.indexOf(':', 2) >= 0) {
            throw broken("absolute", value);
        }
        if (FORBIDDEN.matcher(value).find() || !OneLine.holds(value)) {
            throw broken("characters", value);
        }
        if (!DLL.matcher(value).matches()) {
            throw broken("extension", value);
        }
        for (String part : parts(value)) {
            if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ")) {
                throw broken("part", value, part);
            }
            if (DEVICE.matcher(part).matches()) {
                throw broken("device", value, part);
            }
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

    private static String[] parts(String path) {
        int start = path.startsWith("\\\\") ? 2 : 3;
        return path.substring(start).split("\\\\", -1);
    }

    private static InvalidValue broken(String rule, String value, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = OneLine.shown(value);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Rules.broken(
                "dll-path." + rule, Message.of("domain.dllPath." + rule, arguments), Message.of("domain.dllPath.next"));
    }
}
