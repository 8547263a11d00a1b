package keyturn.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that a plan writes a backup to, under a name of its own: no two plans, and no two steps of one, have the same, so that
 * nothing that is there already is written over.
 *
 * @param path as SQL Server sees it
 */
public record BackupFile(String path) {

    private static final int LIMIT = 259;
    private static final String BEGINS = "Keyturn_";
    private static final int NAMED = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @throws InvalidValue {@code backup-file.*} */
    public BackupFile {
        if (isUrl(path)) {
            new BackupFolder(path.substring(0, path.lastIndexOf('/')));
        } else {
            refuse(path, WindowsPath.whole(path, LIMIT));
            refuse(path, WindowsPath.parts(path));
        }
        if (!name(path).matches(BEGINS + "\\d{8}-\\d{6}-\\d{3}_\\d{5}_[\\w-]+\\.(?:trn|bak)")) {
            refuse(path, Optional.of(new WindowsPath.Broken("name", Optional.empty())));
        }
    }

    /**
     * @param made when the plan was made
     * @param step its number in the plan
     * @param log of the log, else of the whole database
     */
    public static BackupFile of(BackupFolder folder, Instant made, int step, DatabaseName database, boolean log) {
        String plain = database.value().replaceAll("[^A-Za-z0-9-]", "_");
        String named = plain.substring(0, Math.min(NAMED, plain.length()));
        return new BackupFile(folder.file(BEGINS + TIME.format(made) + "_" + String.format(Locale.ROOT, "%05d", step)
                + "_" + named + (log ? ".trn" : ".bak")));
    }

    /** A blob, not a file of the server's. */
    public boolean isUrl() {
        return isUrl(path);
    }

    private static boolean isUrl(String path) {
        return path.startsWith("https://") || path.startsWith("s3://");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf(isUrl(path) ? '/' : '\\') + 1);
    }

    /** What the backup is called in the history: of two of a database, the later plan's and the later step's sorts last. */
    public String set() {
        String name = name(path);
        return "Keyturn " + name.substring(BEGINS.length(), name.lastIndexOf('.'));
    }

    private static void refuse(String value, Optional<WindowsPath.Broken> broken) {
        if (broken.isPresent()) {
            throw Rules.broken("backup-file", "domain.backupFile", value, broken.get());
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
