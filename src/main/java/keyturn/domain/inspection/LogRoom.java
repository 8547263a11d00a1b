package keyturn.domain.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.DatabaseName;

/**
 * How much room the log of a database has. Read when asked for, not with every look.
 *
 * @param totalMegabytes of the log
 * @param freeMegabytes that are not needed any more
 * @param partMegabytes of the virtual log file that is written to
 * @param writtenMegabytes since the last log backup
 * @param growth in MB, or in percent
 * @param percent the growth is in percent
 * @param now by the server's clock
 */
public record LogRoom(
        DatabaseName database,
        double totalMegabytes,
        double freeMegabytes,
        double partMegabytes,
        double writtenMegabytes,
        int growth,
        boolean percent,
        Instant now) {

    private static final double LEAST = 0.001;

    /**
     * Until the next virtual log file is entered, at the most, at the rate since the last log backup. That needs the vault, whether the file is
     * new or used again.
     *
     * @param lastLogBackup when it ended
     * @return empty: nothing was written since, or there is no such backup
     */
    public Optional<Duration> nextPart(Optional<Instant> lastLogBackup) {
        return lastLogBackup
                .map(end -> Duration.between(end, now))
                .filter(since -> since.isPositive() && writtenMegabytes > LEAST)
                .map(since -> Duration.ofSeconds(Math.round(since.toSeconds() * partMegabytes / writtenMegabytes)));
    }
}
