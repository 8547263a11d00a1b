package keyturn.plan.step;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import keyturn.domain.inspection.Underway.DataFile;

/**
 * A database snapshot that tests a key: made and dropped by the same act. Its name is that of no other plan and no other step.
 *
 * @param name of the snapshot
 * @param since by the server's local time: one of this name that is older is somebody else's, and is not dropped
 * @param files a sparse file for each file of rows
 */
public record TestSnapshot(String name, LocalDateTime since, List<SparseFile> files) {

    /** How the name of every such snapshot begins. */
    public static final String BEGINS = "Keyturn_test_";

    /** What SQL Server takes as the path of a file. */
    private static final int LONGEST_PATH = 259;

    private static final int TIME_AND_STEP = "20261127-140000-000_00001".length();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    public TestSnapshot {
        files = List.copyOf(files);
        since = since.truncatedTo(ChronoUnit.MILLIS);
        if (!name.matches(BEGINS + "\\d{8}-\\d{6}-\\d{3}_\\d{5}")) {
            throw new IllegalArgumentException("not the name of a test snapshot: " + name);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a snapshot has a file");
        }
    }

    /**
     * Beside the files of the database, on the same volumes.
     *
     * @param seen the server's clock when the plan's inspection was made
     */
    public static TestSnapshot of(OffsetDateTime seen, StepId step, List<DataFile> files) {
        String stamp = TIME.format(seen) + "_" + String.format(Locale.ROOT, "%05d", step.number());
        return new TestSnapshot(
                BEGINS + stamp,
                seen.toLocalDateTime(),
                files.stream()
                        .map(file -> new SparseFile(file.name(), file.path() + ".keyturn_" + stamp))
                        .toList());
    }

    /**
     * A file that takes up only what is written to the database while the snapshot is there.
     *
     * @param of the logical name of the file of rows
     */
    public record SparseFile(String of, String path) {

        public SparseFile {
            if (of.isEmpty() || path.length() > LONGEST_PATH) {
                throw new IllegalArgumentException("no file of a snapshot: " + path);
            }
        }
    }

    /** Whether the sparse file beside this one has a path that SQL Server takes. */
    public static boolean fitsBeside(DataFile file) {
        return file.path().length() + ".keyturn_".length() + TIME_AND_STEP <= LONGEST_PATH;
    }
}
