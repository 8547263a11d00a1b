package keyturn.script.act;

import java.util.List;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.script.Script;
import keyturn.script.TSql;

/** The T-SQL of the steps that give a database another key (documents: CREATE CREDENTIAL, CREATE ASYMMETRIC KEY, CREATE LOGIN, ALTER DATABASE ENCRYPTION KEY). */
final class KeyActs {

    /** The one secret of a rotation: that of the application. */
    static final int APPLICATION_SECRET = 1;

    private KeyActs() {}

    static Script of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create -> createCredential(create);
            case CredentialStep.DropCredential drop ->
                Script.of("DROP CREDENTIAL " + TSql.name(drop.credential().value()) + ";");
            case CredentialStep.AddCredential add ->
                Script.of("ALTER LOGIN " + TSql.name(add.login().value()) + "\nADD CREDENTIAL "
                        + TSql.name(add.credential().value()) + ";");
            case CredentialStep.TakeCredential take ->
                Script.of("ALTER LOGIN " + TSql.name(take.login().value()) + "\nDROP CREDENTIAL "
                        + TSql.name(take.credential().value()) + ";");
        };
    }

    static Script of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open ->
                Script.of("""
                    CREATE ASYMMETRIC KEY %s
                    FROM PROVIDER %s
                    WITH PROVIDER_KEY_NAME = %s, CREATION_DISPOSITION = OPEN_EXISTING;""".formatted(
                                TSql.name(open.key().value()),
                                TSql.name(open.provider().value()),
                                TSql.literal(open.vaultKey().toString())));
            case KeyStep.DropKey drop ->
                Script.of("DROP ASYMMETRIC KEY " + TSql.name(drop.key().value()) + ";");
            case KeyStep.CreateKeyLogin create ->
                Script.of("CREATE LOGIN " + TSql.name(create.login().value()) + "\nFROM ASYMMETRIC KEY "
                        + TSql.name(create.key().value()) + ";");
            case KeyStep.DropKeyLogin drop ->
                Script.of("DROP LOGIN " + TSql.name(drop.login().value()) + ";");
            case KeyStep.ReencryptDatabase reencrypt -> reencrypt(reencrypt);
            case KeyStep.ReadKeyChain read -> Script.of(chain(read));
        };
    }

    static Script of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> Script.of(history(await.database()));
            case BackupStep.BackUpLogFirst first -> backup("BACKUP LOG ", first.database(), first.file());
            case BackupStep.BackUpAfterwards after ->
                backup(after.log() ? "BACKUP LOG " : "BACKUP DATABASE ", after.database(), after.file());
        };
    }

    /** The identifier of the application is no secret; what follows it is, and stands in no script. */
    private static Script createCredential(CredentialStep.CreateCredential create) {
        String before = "CREATE CREDENTIAL " + TSql.name(create.credential().value()) + "\nWITH IDENTITY = "
                + TSql.literal(create.identity()) + ",\nSECRET = N'"
                + create.application().withoutHyphens();
        String after =
                "'\nFOR CRYPTOGRAPHIC PROVIDER " + TSql.name(create.provider().value()) + ";";
        return new Script(
                List.of(new Script.Text(before), new Script.Slot(APPLICATION_SECRET), new Script.Text(after)));
    }

    /** The statement works in the database that it is sent in: sent so that it cannot hit another. */
    private static Script reencrypt(KeyStep.ReencryptDatabase reencrypt) {
        String statement = "ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY "
                + TSql.name(reencrypt.to().value()) + ";";
        return Script.of("EXEC " + TSql.name(reencrypt.database().value()) + ".sys.sp_executesql\n    "
                + TSql.literal(statement) + ";");
    }

    /** NOINIT: what is in the file, should there be one of that name, stays. A blob that is there is refused without it. */
    private static Script backup(String what, DatabaseName database, BackupFile file) {
        String device = file.isUrl() ? "\nTO URL = " : "\nTO DISK = ";
        String kept = file.isUrl() ? "" : "NOFORMAT, NOINIT, ";
        return Script.of(what + TSql.name(database.value()) + device + TSql.literal(file.path()) + "\nWITH " + kept
                + "CHECKSUM, NAME = " + TSql.literal(file.set()) + ";");
    }

    private static String history(DatabaseName database) {
        return """
                SELECT TOP (5) b.type, b.backup_start_date, b.backup_finish_date, b.is_copy_only, b.name
                FROM msdb.dbo.backupset AS b
                WHERE b.database_name = %s AND b.type = 'L'
                ORDER BY b.backup_finish_date DESC;""".formatted(TSql.literal(database.value()));
    }

    private static String chain(KeyStep.ReadKeyChain read) {
        return """
                SELECT d.name AS in_database, d.state_desc, k.encryption_state, k.encryptor_type, k.encryptor_thumbprint,
                    a.name AS asymmetric_key, s.name AS key_login, s.is_disabled, c.name AS credential,
                    c.credential_identity AS vault, k.opened_date
                FROM master.sys.asymmetric_keys AS a
                LEFT JOIN sys.dm_database_encryption_keys AS k ON k.encryptor_thumbprint = a.thumbprint AND k.database_id > 4
                LEFT JOIN sys.databases AS d ON d.database_id = k.database_id
                LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND (s.sid = a.sid OR (a.sid IS NULL
                    AND SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32) = a.thumbprint))
                LEFT JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                LEFT JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                WHERE a.name = %s
                ORDER BY d.name;""".formatted(TSql.literal(read.key().value()));
    }
}
