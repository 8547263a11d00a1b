package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.plan.step.KeyStep;
import keyturn.script.TSql;

/** The guards of the steps that give a database another key. */
public final class KeyGuards {

    /** No view of the server shows it. */
    private static final String NEVER = "1 = 0";

    private KeyGuards() {}

    static Guard of(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> Guard.of(List.of());
            case KeyStep.BackUpVaultKey backUp -> Guard.of(List.of());
            case KeyStep.AddAppSecret add -> Guard.of(List.of());
            case KeyStep.TryVaultKey attempt -> Guard.of(List.of());
            case KeyStep.CreateCredential create ->
                Guard.of(
                        List.of(free("credential", create.credential(), credential(create.credential()))),
                        done(create));
            case KeyStep.DropCredential drop -> Guard.of(List.of(), done(drop));
            case KeyStep.AddCredential add ->
                Guard.of(
                        List.of(
                                there("login", add.login(), principal(add.login())),
                                there("credential", add.credential(), credential(add.credential()))),
                        done(add));
            case KeyStep.TakeCredential take -> Guard.of(List.of(), done(take));
            case KeyStep.OpenKey open -> Guard.of(List.of(free("key", open.key(), key(open.key()))), done(open));
            case KeyStep.DropKey drop -> Guard.of(unused(drop.key()), done(drop));
            case KeyStep.CreateKeyLogin create ->
                Guard.of(
                        List.of(
                                there("key", create.key(), key(create.key())),
                                free("login", create.login(), principal(create.login()))),
                        done(create));
            case KeyStep.DropKeyLogin drop -> Guard.of(List.of(), done(drop));
            case KeyStep.RewrapDatabase rewrap -> Guard.of(rewrap(rewrap), done(rewrap));
            case KeyStep.AwaitLogBackup await ->
                Guard.of(List.of(GuardFact.presence(
                        Message.of("script.guard.logBackup", await.database(), await.since()), true, done(await))));
            case KeyStep.BackUpLogFirst first -> Guard.of(BackupGuards.facts(first, first.database()), done(first));
            case KeyStep.BackUpAfterwards after -> Guard.of(BackupGuards.facts(after), done(after));
            case KeyStep.ReadKeyChain read -> Guard.of(List.of(there("key", read.key(), key(read.key()))));
        };
    }

    /** A view of the server can show its outcome. */
    static boolean shows(KeyStep step) {
        return !done(step).equals(NEVER);
    }

    /** A T-SQL condition: the step's outcome is there. */
    public static String done(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> NEVER;
            case KeyStep.BackUpVaultKey backUp -> NEVER;
            case KeyStep.AddAppSecret add -> NEVER;
            case KeyStep.TryVaultKey attempt -> NEVER;
            case KeyStep.CreateCredential create ->
                """
                    EXISTS (SELECT 1 FROM sys.credentials AS c
                            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
                            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = %s
                            AND c.credential_identity = %s AND p.name = %s)""".formatted(
                                TSql.literal(create.credential().value()),
                                TSql.literal(create.identity()),
                                TSql.literal(create.provider().value()));
            case KeyStep.DropCredential drop -> "NOT " + exists(credential(drop.credential()));
            case KeyStep.AddCredential add -> mapped(add.login(), add.credential());
            case KeyStep.TakeCredential take -> "NOT " + mapped(take.login(), take.credential());
            case KeyStep.OpenKey open ->
                """
                    EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
                            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
                            WHERE a.name = %s AND p.name = %s)""".formatted(
                                TSql.literal(open.key().value()),
                                TSql.literal(open.provider().value()));
            case KeyStep.DropKey drop -> "NOT " + exists(key(drop.key()));
            case KeyStep.CreateKeyLogin create ->
                """
                    EXISTS (SELECT 1 FROM sys.server_principals AS s
                            JOIN master.sys.asymmetric_keys AS a ON a.sid = s.sid
                            WHERE s.type = 'K' AND s.name = %s AND a.name = %s)""".formatted(
                                TSql.literal(create.login().value()),
                                TSql.literal(create.key().value()));
            case KeyStep.DropKeyLogin drop -> "NOT " + exists(principal(drop.login()));
            case KeyStep.RewrapDatabase rewrap -> wrapped(rewrap.database(), rewrap.to());
            case KeyStep.AwaitLogBackup await -> BackupGuards.logSince(await.database(), await.since());
            case KeyStep.BackUpLogFirst first -> BackupGuards.done(first);
            case KeyStep.BackUpAfterwards after -> BackupGuards.done(after);
            case KeyStep.ReadKeyChain read ->
                """
                    EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
                            JOIN sys.server_principals AS s ON s.sid = a.sid AND s.type = 'K'
                            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                            WHERE a.name = %s AND s.name = %s AND c.name = %s)""".formatted(
                                TSql.literal(read.key().value()),
                                TSql.literal(read.login().value()),
                                TSql.literal(read.credential().value()));
        };
    }

    /** The encryption key of the database is wrapped by that key of master, and nothing is under way. */
    static String wrapped(DatabaseName database, AsymmetricKeyName key) {
        return """
                EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE k.database_id = DB_ID(%s) AND k.encryption_state = 3 AND a.name = %s)""".formatted(TSql.literal(database.value()), TSql.literal(key.value()));
    }

    /** By what the encryption key of the database is wrapped, by name. */
    static String wrapper(DatabaseName database) {
        return """
                (SELECT TOP (1) a.name FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE k.database_id = DB_ID(%s))""".formatted(TSql.literal(database.value()));
    }

    private static List<GuardFact> rewrap(KeyStep.RewrapDatabase rewrap) {
        List<GuardFact> facts = new ArrayList<>();
        facts.add(StepGuards.state(rewrap.node(), rewrap.database()));
        facts.add(StepGuards.protector(rewrap.node(), rewrap.database(), rewrap.from()));
        facts.add(there("key", rewrap.to(), key(rewrap.to())));
        rewrap.about()
                .permission()
                .map(needed -> PlanGuards.inDatabase(rewrap.node(), rewrap.database(), needed))
                .ifPresent(facts::add);
        return facts;
    }

    /** A key that wraps anything stays. */
    private static List<GuardFact> unused(AsymmetricKeyName key) {
        return List.of(GuardFact.presence(
                Message.of("script.guard.used", key), false, """
                EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE a.name = %s)""".formatted(TSql.literal(key.value()))));
    }

    private static String mapped(LoginName login, CredentialName credential) {
        return """
                EXISTS (SELECT 1 FROM sys.server_principals AS s
                            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                            WHERE s.name = %s AND c.name = %s)""".formatted(TSql.literal(login.value()), TSql.literal(credential.value()));
    }

    private static String key(AsymmetricKeyName name) {
        return "master.sys.asymmetric_keys AS x WHERE x.name = " + TSql.literal(name.value());
    }

    private static String principal(LoginName name) {
        return "sys.server_principals AS x WHERE x.name = " + TSql.literal(name.value());
    }

    private static String credential(CredentialName name) {
        return "sys.credentials AS x WHERE x.name = " + TSql.literal(name.value());
    }

    private static String exists(String from) {
        return "EXISTS (SELECT 1 FROM " + from + ")";
    }

    private static GuardFact free(String kind, Object name, String from) {
        return GuardFact.presence(Message.of("script.guard." + kind, name), false, exists(from));
    }

    private static GuardFact there(String kind, Object name, String from) {
        return GuardFact.presence(Message.of("script.guard." + kind, name), true, exists(from));
    }
}
