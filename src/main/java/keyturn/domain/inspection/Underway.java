package keyturn.domain.inspection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.domain.BackupFolder;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.host.StartType;

/**
 * What goes on in the server while one looks, and what its databases cannot do. Changes by the minute, and so stands outside the
 * digest.
 *
 * @param limits databases of which something is to be told; others have no limit
 * @param scans how far the encryption of databases has come that are not settled
 * @param scansPaused trace flag 5004 keeps every encryption scan from going on
 * @param backups that run now
 * @param oldLog databases whose log still has active parts under another key than their present one; since 2019
 * @param folders that somebody named for backups
 * @param files that hold the rows of databases, in the order of their numbers
 * @param clock the server's, when it was asked
 * @param startType of the engine's service
 * @param connected others than Keyturn, those with open transactions first
 */
public record Underway(
        Fact<List<Limit>> limits,
        Fact<List<ScanProgress>> scans,
        Fact<Boolean> scansPaused,
        Fact<List<RunningBackup>> backups,
        Fact<List<OldLog>> oldLog,
        List<FolderSeen> folders,
        Fact<List<DataFile>> files,
        Fact<OffsetDateTime> clock,
        Fact<StartType> startType,
        Fact<List<Connection>> connected) {

    public Underway {
        folders = List.copyOf(folders);
    }

    /** Nobody has looked. */
    public static Underway unseen() {
        Message why = Message.of("domain.underway.unseen");
        return new Underway(
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                List.of(),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why));
    }

    /** The same look at a server, with these folders looked at too. */
    public static Inspection withFolders(Inspection seen, List<FolderSeen> folders) {
        Inspection.Facts facts = seen.facts();
        Underway now = facts.around().underway();
        Underway looked = new Underway(
                now.limits,
                now.scans,
                now.scansPaused,
                now.backups,
                now.oldLog,
                folders,
                now.files,
                now.clock,
                now.startType,
                now.connected);
        return seen.with(facts.with(facts.databases(), facts.around().with(looked), facts.azure()));
    }

    /** The server's clock at this look; empty where it was not read. */
    public Optional<Instant> serverTime() {
        return clock.value().map(OffsetDateTime::toInstant);
    }

    /** What is told of this database; empty where nothing is, or where nobody could look. */
    public Optional<Limit> limit(DatabaseName database) {
        return limits.value().orElse(List.of()).stream()
                .filter(limit -> limit.database().equals(database))
                .findFirst();
    }

    /**
     * What a database cannot do.
     *
     * @param standby it takes log backups of another server between reads
     * @param snapshotOf the database that it is a snapshot of
     * @param logHeldBy {@code log_reuse_wait_desc}, where a log backup or checkpoint does not end it, such as ACTIVE_TRANSACTION
     */
    public record Limit(
            DatabaseName database, boolean standby, Optional<String> snapshotOf, Optional<String> logHeldBy) {

        /** Whether there is anything to tell. */
        public boolean isTold() {
            return standby || snapshotOf.isPresent() || logHeldBy.isPresent();
        }
    }

    /** @param percent 0 also where the server does not say it */
    public record ScanProgress(DatabaseName database, int percent) {}

    /** @param database empty where it cannot be told */
    public record RunningBackup(int sessionId, Optional<DatabaseName> database, int percent, Instant since) {}

    /**
     * Somebody who is connected.
     *
     * @param database that the session is in
     * @param transactions that the session has open
     * @param since its last statement began: a transaction is open for as long at least
     * @param command that it runs now
     */
    public record Connection(
            int sessionId,
            String login,
            String program,
            String host,
            Optional<DatabaseName> database,
            int transactions,
            Instant since,
            Optional<String> command) {}

    /** @param active parts of the log that are still needed and under an earlier key */
    public record OldLog(DatabaseName database, int active) {}

    /**
     * A file of a database.
     *
     * @param name the logical one
     * @param path as SQL Server sees it
     */
    public record DataFile(DatabaseName database, String name, String path) {}

    /**
     * A folder, seen with the service account's eyes; whether it may write there only a backup shows.
     *
     * @param freeMegabytes of the volume that it is on
     */
    public record FolderSeen(BackupFolder folder, Fact<Boolean> there, Fact<Long> freeMegabytes) {}
}
