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
        Database.Recovery recovery,
        BackupMedia media) {

    /** Whether a file holds it, or a part of it. */
    public boolean on(String path) {
        return media.present()
                && (device.equalsIgnoreCase(path) || media.devices().stream().anyMatch(path::equalsIgnoreCase));
    }

    BackupRecord overwritten() {
        return new BackupRecord(
                id,
                database,
                type,
                copyOnly,
                name,
                device,
                user,
                started,
                finished,
                pages,
                lsn,
                encryptor,
                recovery,
                media.overwritten());
    }
}
