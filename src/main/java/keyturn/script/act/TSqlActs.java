package keyturn.script.act;

import keyturn.domain.DatabaseName;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.script.Script;
import keyturn.script.TSql;

/** From a step to the T-SQL that is sent, byte for byte: bare, without guards, lines ended by LF, no GO. */
public final class TSqlActs {

    /** What a proof is called in the backup history. */
    public static final String PROOF_NAME = "Keyturn proof of the key";

    private TSqlActs() {}

    public static Act of(Step step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> VaultActs.create(create);
            case KeyStep.BackUpVaultKey backUp -> VaultActs.backUp(backUp);
            case KeyStep.AddAppSecret add -> DirectoryActs.addSecret(add);
            case KeyStep.TryVaultKey attempt -> VaultActs.tryOut(attempt);
            case KeyStep key -> new SqlAct.SqlBatch(KeyActs.of(key));
            case Step.PointProvider point -> batch(point);
            case Step.EnableProvider enable -> batch(enable);
            case Step.ReadProvider read -> batch(read);
            case Step.ProveDatabase prove -> batch(prove);
        };
    }

    private static Act batch(Step step) {
        return new SqlAct.SqlBatch(Script.of(text(step)));
    }

    private static String text(Step step) {
        return switch (step) {
            case Step.PointProvider point ->
                "ALTER CRYPTOGRAPHIC PROVIDER " + TSql.name(point.provider().value()) + "\nFROM FILE = "
                        + TSql.literal(point.to().value()) + ";";
            case Step.EnableProvider enable ->
                "ALTER CRYPTOGRAPHIC PROVIDER " + TSql.name(enable.provider().value()) + " ENABLE;";
            case Step.ReadProvider read ->
                """
                SELECT name, guid, version, dll_path, is_enabled
                FROM sys.cryptographic_providers
                WHERE name = %s;
                SELECT name, file_version, product_version
                FROM sys.dm_os_loaded_modules
                WHERE name LIKE %s;""".formatted(TSql.literal(read.provider().value()), TSql.literal("%EKM%.dll"));
            case Step.ProveDatabase prove -> proof(prove.proof(), prove.database());
            case KeyStep key -> KeyActs.of(key).masked();
        };
    }

    /** The database is named by the statement itself; the backup's name is fixed, because 128 characters are its limit. */
    private static String proof(Step.ProofKind kind, DatabaseName database) {
        return switch (kind) {
            case LOG_COPY_ONLY -> backup("BACKUP LOG ", database);
            case FULL_COPY_ONLY -> backup("BACKUP DATABASE ", database);
            case OWN_BACKUP -> """
                SELECT TOP (5) b.type, b.backup_start_date, b.backup_finish_date, b.is_copy_only, b.name
                FROM msdb.dbo.backupset AS b
                WHERE b.database_name = %s
                ORDER BY b.backup_finish_date DESC;""".formatted(TSql.literal(database.value()));
        };
    }

    private static String backup(String what, DatabaseName database) {
        return what + TSql.name(database.value()) + "\nTO DISK = N'NUL'\nWITH COPY_ONLY, NAME = "
                + TSql.literal(PROOF_NAME) + ";";
    }
}
