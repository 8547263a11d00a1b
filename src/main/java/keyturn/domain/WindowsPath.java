package keyturn.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Windows takes for a path as it stands: absolute (drive or share), each part between backslashes no device name and without
 * a dot or a blank at its end, neither {@code .} nor {@code ..} (document: Naming files, paths and namespaces).
 */
public final class WindowsPath {

    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\[^\\\\/]+\\\\[^\\\\/]+\\\\)[^\\\\].*", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\"|?*/]");

    /** A name that Windows gives to a device in every folder, whatever extension follows. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9¹²³]) *(?:\\..*)?");

    private WindowsPath() {}

    /**
     * A rule that is broken, by the name that codes and words end in: {@code length prefix absolute characters part device}.
     *
     * @param detail what the words name besides the path: how long it is, which part
     */
    public record Broken(String rule, Optional<Object> detail) {

        private static Optional<Broken> of(String rule) {
            return Optional.of(new Broken(rule, Optional.empty()));
        }

        private static Optional<Broken> of(String rule, Object detail) {
            return Optional.of(new Broken(rule, Optional.of(detail)));
        }
    }

    /** The first rule that is broken by the path as a whole. */
    public static Optional<Broken> whole(String value, int limit) {
        if (value.length() > limit) {
            return Broken.of("length", value.length());
        }
        if (value.startsWith("\\\\?\\") || value.startsWith("\\\\.\\")) {
            return Broken.of("prefix");
        }
        if (!ABSOLUTE.matcher(value).matches() || value.indexOf(':', 2) >= 0) {
            return Broken.of("absolute");
        }
        return FORBIDDEN.matcher(value).find() || !OneLine.holds(value) ? Broken.of("characters") : Optional.empty();
    }

    /** The first part that Windows would not keep as it stands. */
    public static Optional<Broken> parts(String value) {
        int start = value.startsWith("\\\\") ? 2 : 3;
        for (String part : value.substring(start).split("\\\\", -1)) {
            if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ")) {
                return Broken.of("part", part);
            }
            if (DEVICE.matcher(part).matches()) {
                return Broken.of("device", part);
            }
        }
        return Optional.empty();
    }
}
