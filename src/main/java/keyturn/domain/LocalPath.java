package keyturn.domain;

import java.util.regex.Pattern;

/**
 * A file or folder on the machine that Keyturn runs on, whole: {@code /home/dba/keys}, {@code D:\keys},
 * {@code \\server\share\keys}. At most 1,024 characters on one line. Whether it is there is found out when it is used.
 */
public record LocalPath(String value) {

    private static final int LIMIT = 1024;
    private static final Pattern WHOLE =
            Pattern.compile("/.*|[A-Za-z]:[\\\\/].*|\\\\\\\\[^\\\\/]+\\\\[^\\\\/].*", Pattern.DOTALL);

    public LocalPath {
        if (value.length() > LIMIT || !OneLine.holds(value)) {
            throw broken("form", value);
        }
        if (!WHOLE.matcher(value).matches()) {
            throw broken("whole", value);
        }
    }

    /** A file in this folder. */
    public LocalPath file(String name) {
        String separator = value.startsWith("/") ? "/" : "\\";
        boolean ended = value.endsWith("/") || value.endsWith("\\");
        return new LocalPath(value + (ended ? "" : separator) + name);
    }

    /** The folder that it lies in; a path that has none above it is its own. */
    public LocalPath folder() {
        int last = Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\'));
        return last <= 0 ? new LocalPath("/") : new LocalPath(value.substring(0, rooted(last) ? last + 1 : last));
    }

    private boolean rooted(int last) {
        return last == 2 && value.charAt(1) == ':';
    }

    @Override
    public String toString() {
        return value;
    }

    private static InvalidValue broken(String rule, String value) {
        return Rules.broken(
                "local-path." + rule,
                Message.of("domain.localPath." + rule, OneLine.shown(value)),
                Message.of("domain.localPath.next"));
    }
}
