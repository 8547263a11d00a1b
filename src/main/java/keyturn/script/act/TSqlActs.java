package keyturn.script.act;

import keyturn.domain.DatabaseName;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;
import keyturn.script.Script;
import keyturn.script.TSql;

/** From a step to the T-SQL that is sent, byte for byte: bare, without guards, lines ended by LF, no GO. */
public final class TSqlActs {

    /** How the name of every test in the backup history begins. */
    public static final String TEST_NAME = "Keyturn test of the key";

    private TSqlActs() {}

    public static Act of(Step step) {
        return switch (step) {
            case ProviderStep provider -> batch(text(provider));
            case TestStep test -> batch(text(test));
            case CredentialStep credential -> new SqlAct.SqlBatch(KeyActs.of(credential));
            case KeyStep key -> new SqlAct.SqlBatch(KeyActs.of(key));
            case BackupStep backup -> new SqlAct.SqlBatch(KeyActs.of(backup));
            case VaultStep inVault -> VaultActs.of(inVault);
            case RecoveryStep recovery -> RecoveryActs.of(recovery);
            case SecretStep secret -> SecretActs.of(secret);
            case ReopenStep reopen -> new SqlAct.SqlBatch(ReopenActs.of(reopen));
            case SetupStep setup -> new SqlAct.SqlBatch(SetupActs.of(setup));
            case HostStep onHost -> HostActs.of(onHost);
            case DirectoryStep inDirectory -> DirectoryActs.of(inDirectory);
        };
    }

    private static Act batch(String text) {
        return new SqlAct.SqlBatch(Script.of(text));
    }

    private static String text(ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point ->
                "ALTER CRYPTOGRAPHIC PROVIDER " + TSql.name(point.provider().value()) + "\nFROM FILE = "
                        + TSql.literal(point.to().value()) + ";";
            case ProviderStep.ReloadProvider reload -> {
                String alter = "ALTER CRYPTOGRAPHIC PROVIDER "
                        + TSql.name(reload.provider().value());
                yield (reload.disables() ? alter + " DISABLE;\n" : "") + alter + "\nFROM FILE = "
                        + TSql.literal(reload.dll().value()) + ";";
            }
            case ProviderStep.EnableProvider enable ->
                "ALTER CRYPTOGRAPHIC PROVIDER " + TSql.name(enable.provider().value()) + " ENABLE;";
            case ProviderStep.ReadProvider read ->
                """
                SELECT name, guid, version, dll_path, is_enabled
                FROM sys.cryptographic_providers
                WHERE name = %s;
                SELECT name, file_version, product_version
                FROM sys.dm_os_loaded_modules
                WHERE name LIKE %s;""".formatted(TSql.literal(read.provider().value()), TSql.literal("%EKM%.dll"));
        };
    }

    /**
     * What a test is called in the backup history: by its step, so that a test before the change is not taken for one after it.
     * The statement itself names the database, and 128 characters are the limit of this name.
     */
    public static String testName(TestStep.TestDatabase test) {
        return TEST_NAME + ", step " + test.id();
    }

    private static String text(TestStep step) {
        return switch (step) {
            case TestStep.TestDatabase test -> text(test);
            case TestStep.DropSnapshot drop -> SnapshotActs.drop(drop.database(), drop.snapshot());
        };
    }

    private static String text(TestStep.TestDatabase test) {
        DatabaseName database = test.database();
        return switch (test.kind()) {
            case LOG_COPY_ONLY -> backup("BACKUP LOG ", test);
            case FULL_COPY_ONLY -> backup("BACKUP DATABASE ", test);
            case SNAPSHOT ->
                test.snapshot()
                        .map(snapshot -> SnapshotActs.text(database, snapshot))
                        .orElseThrow();
            case OWN_BACKUP -> """
                SELECT TOP (5) b.type, b.backup_start_date, b.backup_finish_date, b.is_copy_only, b.name
                FROM msdb.dbo.backupset AS b
                WHERE b.database_name = %s
                ORDER BY b.backup_finish_date DESC;""".formatted(TSql.literal(database.value()));
        };
    }

    private static String backup(String what, TestStep.TestDatabase test) {
        return what + TSql.name(test.database().value()) + "\nTO DISK = N'NUL'\nWITH COPY_ONLY, NAME = "
                + TSql.literal(testName(test)) + ";";
    }
}
