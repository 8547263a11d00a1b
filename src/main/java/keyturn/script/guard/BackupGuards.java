package keyturn.script.guard;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.plan.fact.Condition;
import keyturn.script.TSql;

/** Whether the history has a backup, or one that does as well. */
final class BackupGuards {

    /** The history has the server's local time; what it is compared with is UTC. */
    private static final String BEGAN =
            "DATEADD(minute, DATEDIFF(minute, GETDATE(), GETUTCDATE()), b.backup_start_date)";

    private static final String LOG = "L";
    private static final String FULL = "D";

    private BackupGuards() {}

    static String log(Condition.LogBackedUp wanted) {
        String which = Stream.concat(
                        wanted.file().map(BackupGuards::ours).stream(),
                        wanted.since().map(BackupGuards::after).stream())
                .collect(Collectors.joining(" OR "));
        return which.isEmpty() ? "1 = 0" : there(wanted.database(), LOG, which);
    }

    /** One that was under way while the key changed was begun under the key of before. */
    static String afterwards(Condition.BackedUp wanted) {
        String changed = """
                %s > (SELECT k.modify_date FROM sys.dm_database_encryption_keys AS k
                                JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                                WHERE k.database_id = DB_ID(%s) AND a.name = %s)""".formatted(
                        BEGAN,
                        TSql.literal(wanted.database().value()),
                        TSql.literal(wanted.key().value()));
        return there(wanted.database(), wanted.log() ? LOG : FULL, ours(wanted.file()) + " OR " + changed);
    }

    private static String ours(BackupFile file) {
        return "b.name = " + TSql.literal(file.set());
    }

    private static String after(Instant since) {
        return BEGAN + " > CONVERT(datetime2(3), N'" + since.toString().replaceFirst("Z$", "") + "', 126)";
    }

    /** A backup to NUL is none, and one of the log that is only a copy leaves the log as it was. */
    private static String there(DatabaseName database, String type, String which) {
        return """
                EXISTS (SELECT 1 FROM msdb.dbo.backupset AS b
                            WHERE b.database_name = %s AND b.type = '%s' AND NOT (b.type = 'L' AND b.is_copy_only = 1)
                            AND (%s)
                            AND NOT EXISTS (SELECT 1 FROM msdb.dbo.backupmediafamily AS f
                                WHERE f.media_set_id = b.media_set_id AND f.physical_device_name = N'NUL'))""".formatted(TSql.literal(database.value()), type, which);
    }
}
