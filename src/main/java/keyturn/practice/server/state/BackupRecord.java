package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * A row of {@code msdb.dbo.backupset} with its medium.
 *
 * @param encryptor thumbprint of the asymmetric key that the backup itself is encrypted with, if it is
 */
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
        Optional<Bytes> encryptor,
        Database.Recovery recovery) {}
