package keyturn.domain.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;

/**
 * What there is still under a key that wrapped databases before, besides the keys of databases: parts of their logs, and backups
 * in the history. Read when asked for, not with every look.
 *
 * @param log parts of the logs of open databases that bear its thumbprint; databases without any are left out
 * @param backups of each database that is wrapped by another asymmetric key now
 */
public record KeyTraces(Fact<List<LogTrace>> log, Fact<List<BackupTrace>> backups) {

    /** Nobody has looked. */
    public static KeyTraces unseen() {
        Message why = Message.of("domain.traces.unseen");
        return new KeyTraces(new Fact.Unknown<>(why), new Fact.Unknown<>(why));
    }

    /**
     * Virtual log files of a database that are encrypted under the key.
     *
     * @param parts how many
     * @param active of them needed still: for a log backup, for a restart
     */
    public record LogTrace(DatabaseName database, int parts, int active) {}

    /**
     * Backups of a database about the last change of its encryption key; those to {@code NUL} are none.
     *
     * @param before the end of the last one that began before the change; empty where the history has none
     * @param logAfter the end of the first log backup after it, which still holds log of before; one that is only a copy is none
     */
    public record BackupTrace(DatabaseName database, Optional<Instant> before, Optional<Instant> logAfter) {}
}
