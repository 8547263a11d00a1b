package keyturn.plan.step;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a backup reads at most, as far as the planning could see it.
 *
 * @param megabytes empty where nobody could see the size
 * @param more data comes on top that no view counts: FILESTREAM and In-Memory containers, extents that were loaded bulk-logged
 */
public record BackupSize(Optional<Long> megabytes, boolean more) {

    public static final BackupSize UNKNOWN = new BackupSize(Optional.empty());

    /** No data is read. */
    public static final BackupSize NOTHING = new BackupSize(Optional.of(0L));

    /** At which the time of a backup is estimated: a disk of usual speed. */
    public static final long MEGABYTES_A_SECOND = 100;

    private static final Duration LOG_GUESS = Duration.ofSeconds(30);
    private static final Duration FULL_GUESS = Duration.ofMinutes(10);

    /** Nothing comes on top. */
    public BackupSize(Optional<Long> megabytes) {
        this(megabytes, false);
    }

    public BackupSize {
        if (megabytes.filter(size -> size < 0).isPresent()) {
            throw new IllegalArgumentException("a size is not negative: " + megabytes);
        }
    }

    /** As long as a disk needs that reads {@value #MEGABYTES_A_SECOND} MB a second; a guess where the size is unknown. */
    Duration expected(boolean log) {
        return megabytes
                .map(size -> Duration.ofSeconds(Math.max(1, size / MEGABYTES_A_SECOND)))
                .orElse(log ? LOG_GUESS : FULL_GUESS);
    }
}
