package keyturn.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder that backups are written to, as SQL Server sees it: an absolute Windows path, drive or share, without a backslash at
 * its end; or the URL of a blob container, or of a folder in it, which SQL Server signs in to by a credential of the container's
 * name. At most 160 characters, so that the file's name has room in the 259 that SQL Server takes (document: BACKUP).
 */
public record BackupFolder(String value) {

    private static final int LIMIT = 160;

    private static final Pattern CONTAINER =
            Pattern.compile("(?<container>https://[a-z0-9-]+(?:\\.[a-z0-9-]+)+/[a-z0-9$][a-z0-9-]{2,62}"
                    + "|s3://[a-z0-9-]+(?:\\.[a-z0-9-]+)*(?::[0-9]{1,5})?/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])"
                    + "(?:/[A-Za-z0-9_.~-]+)*");

    /** @throws InvalidValue {@code backup-folder.*} */
    public BackupFolder {
        refuse(value, noFolder(value));
        if (isUrl(value)) {
            value = value.replaceAll("/$", "");
        } else if (value.matches("[A-Za-z]:\\\\?")) {
            value = value.substring(0, 2);
        } else {
            value = value.replaceAll("(?<=[^\\\\])\\\\$", "");
            refuse(value, WindowsPath.whole(shareWithFolder(value), LIMIT));
            refuse(value, WindowsPath.parts(value));
        }
    }

    private static boolean isUrl(String value) {
        return value.matches("(?is)\\s*(?:https?|s3)://.*");
    }

    public boolean isUrl() {
        return isUrl(value);
    }

    /** In S3-compatible object storage, which SQL Server writes to since 2022 (document: backup to URL for S3). */
    public boolean isS3() {
        return value.startsWith("s3://");
    }

    /** The URL of the container or bucket, which a credential must have as its name; empty for a folder. */
    public Optional<String> container() {
        Matcher url = CONTAINER.matcher(value);
        return url.matches() ? Optional.of(url.group("container")) : Optional.empty();
    }

    /** With this name behind it. */
    String file(String name) {
        return value + (isUrl() ? "/" : "\\") + name;
    }

    /** What BACKUP takes and Keyturn does not: a URL of another kind, several folders for one backup. */
    private static Optional<WindowsPath.Broken> noFolder(String value) {
        if (isUrl(value) && value.matches("(?s).+[,;]\\s*(?:https?|s3)://.*")) {
            return Optional.of(new WindowsPath.Broken("stripes", Optional.empty()));
        }
        if (isUrl(value)) {
            boolean container = value.length() <= LIMIT
                    && CONTAINER.matcher(value.replaceAll("/$", "")).matches();
            return container ? Optional.empty() : Optional.of(new WindowsPath.Broken("url", Optional.empty()));
        }
        return value.matches("(?s).+[,;]\\s*(?:[A-Za-z]:|\\\\\\\\).*")
                ? Optional.of(new WindowsPath.Broken("stripes", Optional.empty()))
                : Optional.empty();
    }

    /** A share itself is a folder too. */
    private static String shareWithFolder(String value) {
        return value.matches("\\\\\\\\[^\\\\]+\\\\[^\\\\]+") ? value + "\\x" : value;
    }

    private static void refuse(String value, Optional<WindowsPath.Broken> broken) {
        if (broken.isPresent()) {
            throw Rules.broken("backup-folder", "domain.backupFolder", value, broken.get());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
