package keyturn.script.guard;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.KeyStep;
import keyturn.script.TSql;

/**
 * Which re-encrypted databases have a log that still holds what was written under an earlier key, backed up or not. Since 2019
 * each part of a log shows its key; before, what holds the log is all there is to see.
 */
final class OldLogBatch {

    /** The thumbprint of a part of a log is a column since 2019. */
    private static final int WITH_LOG_THUMBPRINT = 15;

    private OldLogBatch() {}

    /** Empty for plans that re-encrypt nothing. */
    static Optional<String> of(Plan plan) {
        return KeyStep.reencryptions(plan.steps())
                .findFirst()
                .map(reencrypt -> batch(
                        TSql.literal(reencrypt.to().value()), plan.identity().majorVersion() >= WITH_LOG_THUMBPRINT));
    }

    private static String batch(String key, boolean thumbprints) {
        String held = thumbprints ? """
                CROSS APPLY sys.dm_db_log_info(d.database_id) AS i
                WHERE a.name = %s AND d.state = 0 AND i.vlf_active = 1
                    AND i.vlf_encryptor_thumbprint <> k.encryptor_thumbprint""".formatted(key) : """
                WHERE a.name = %s AND d.state = 0
                    AND d.log_reuse_wait_desc NOT IN (N'NOTHING', N'CHECKPOINT', N'LOG_BACKUP', N'OLDEST_PAGE')""".formatted(key);
        String from = """
                FROM sys.dm_database_encryption_keys AS k
                JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                JOIN sys.databases AS d ON d.database_id = k.database_id
                """ + held;
        return "SELECT DISTINCT d.name AS in_database, d.log_reuse_wait_desc AS log_held_by\n" + from
                + "\nORDER BY d.name;\nIF EXISTS (SELECT 1 " + from + ")\n    PRINT "
                + TSql.literal(Message.of("script.verify.oldLog").text()) + ";";
    }
}
