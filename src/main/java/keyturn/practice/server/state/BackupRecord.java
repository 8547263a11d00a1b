package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;

/** A row of {@code msdb.dbo.backupset} with its medium. */
public record BackupRecord(
        int id,
        String database,
        char type,
        boolean copyOnly,
        Optional<String> name,
        String device,
        String user,
        LocalDateTime started,
        LocalDateTime finished,
        long pages,
        long lsn,
        boolean encrypted,
        Database.Recovery recovery) {}
