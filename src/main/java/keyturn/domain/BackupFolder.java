package keyturn.domain;

import java.util.Optional;

/**
 * A folder that backups are written to, as SQL Server sees it: an absolute Windows path, drive or share, without a backslash at
 * its end; at most 160 characters, so that the file's name has room in the 259 that SQL Server takes (document: BACKUP).
 */
public record BackupFolder(String value) {

    private static final int LIMIT = 160;

    /** @throws InvalidValue {@code backup-folder.*} */
    public BackupFolder {
        refuse(value, noFolder(value));
        if (value.matches("[A-Za-z]:\\\\?")) {
            value = value.substring(0, 2);
        } else {
            value = value.replaceAll("(?<=[^\\\\])\\\\$", "");
            refuse(value, WindowsPath.whole(shareWithFolder(value), LIMIT));
            refuse(value, WindowsPath.parts(value));
        }
    }

    /** What BACKUP takes and Keyturn does not: a URL, several folders for one backup. */
    private static Optional<WindowsPath.Broken> noFolder(String value) {
        if (value.matches("(?is)\\s*(?:https?|s3)://.*")) {
            return Optional.of(new WindowsPath.Broken("url", Optional.empty()));
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
