package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.plan.fact.Condition;
import keyturn.script.TSql;
import keyturn.script.act.RebuildActs;
import keyturn.script.act.SnapshotActs;

/** Conditions as T-SQL, true where they hold. */
public final class ConditionGuards {

    /** Windows compares paths without regard to case, whatever the server's collation. */
    static final String ANY_CASE = " COLLATE Latin1_General_100_CI_AS";

    private static final String EKM_ON = "EXISTS (SELECT 1 FROM sys.configurations AS x"
            + " WHERE x.name = N'EKM provider enabled' AND CONVERT(int, x.value) = 1 AND CONVERT(int, x.value_in_use) = 1)";

    private ConditionGuards() {}

    public static Asked of(Condition condition) {
        return switch (condition) {
            case Condition.OfSetup setup -> sql(setup(setup));
            case Condition.ProviderThere there -> sql(provider(there.provider(), "1 = 1"));
            case Condition.ProviderPoints points -> sql(pointed(points.provider(), points.dll()));
            case Condition.ProviderVersion version -> version(version);
            case Condition.ProviderEnabled enabled -> sql(provider(enabled.provider(), "p.is_enabled = 1"));
            case Condition.ConnectorLoaded loaded -> loaded(loaded);
            case Condition.DatabaseOnline online -> sql(exists(open(online.database())));
            case Condition.DatabaseTested tested -> elsewhere(tested);
            case Condition.SnapshotThere there -> sql(SnapshotActs.isThere(there.database(), there.snapshot()));
            case Condition.NameTaken taken -> sql(exists(names(taken)));
            case Condition.CredentialThere there -> sql(exists(credential(there.credential())));
            case Condition.CredentialNames names -> sql(credentialNames(names));
            case Condition.KeyLoginThere there -> sql(exists(keyLogin(there.login())));
            case Condition.KeyLoginMade made -> sql(KeyLoginGuards.made(made));
            case Condition.CredentialMapped mapped -> sql(mapped(mapped.login(), mapped.credential()));
            case Condition.KeyThere there -> sql(exists(key(there.key())));
            case Condition.KeyOpened opened -> new Asked.Partly(opened(opened), opened.place());
            case Condition.KeyUsed used -> sql(used(used.key()));
            case Condition.ProtectedBy by -> protectedBy(by);
            case Condition.Reencrypted by -> reencrypted(by);
            case Condition.LogBackedUp backedUp -> sql(BackupGuards.log(backedUp));
            case Condition.BackedUp backedUp -> sql(BackupGuards.afterwards(backedUp));
            case Condition.KeyChain chain -> sql(KeyLoginGuards.chain(chain));
            case Condition.VaultKeyMade made -> elsewhere(made);
            case Condition.VaultKeyBackedUp backedUp -> elsewhere(backedUp);
            case Condition.VaultKeyTried tried -> elsewhere(tried);
            case Condition.SecretAdded added -> elsewhere(added);
            case Condition.OfSecret ofSecret -> SecretGuards.of(ofSecret);
            case Condition.OfHost ofHost -> HostGuards.of(ofHost);
            case Condition.AppSecretGone gone -> elsewhere(gone);
            case Condition.OfRebuild rebuild -> rebuild(rebuild);
            case Condition.Not not -> not(of(not.condition()));
        };
    }

    private static Asked rebuild(Condition.OfRebuild condition) {
        return switch (condition) {
            case Condition.VaultThere there -> elsewhere(there);
            case Condition.KeyRightsHeld held -> elsewhere(held);
            case Condition.RegistryCleared cleared -> elsewhere(cleared);
            case Condition.ScratchThere there -> sql(RebuildActs.isThere(there.scratch()));
        };
    }

    private static Asked sql(String condition) {
        return new Asked.InTSql(condition, Optional.empty());
    }

    private static Asked protectedBy(Condition.ProtectedBy by) {
        return new Asked.InTSql(protectedBy(by.database(), by.key(), ""), Optional.of(notOpen(by.database())));
    }

    private static Asked reencrypted(Condition.Reencrypted by) {
        return new Asked.InTSql(
                protectedBy(by.database(), by.key(), " AND k.encryption_state IN (1, 3)"),
                Optional.of("(" + protectedBy(by.database(), by.key(), " AND k.encryption_state NOT IN (1, 3)") + " OR "
                        + notOpen(by.database()) + ")"));
    }

    /** The catalog writes four numbers, some with leading zeros. */
    private static Asked version(Condition.ProviderVersion wanted) {
        return wanted.version()
                .map(version -> sql(provider(
                        wanted.provider(),
                        IntStream.of(version.major(), version.minor(), version.build(), version.revision())
                                .boxed()
                                .toList())))
                .orElseGet(() -> elsewhere(wanted));
    }

    private static String provider(ProviderName provider, List<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            parts.add("TRY_CONVERT(int, PARSENAME(p.version, " + (numbers.size() - i) + ")) = " + numbers.get(i));
        }
        return provider(provider, String.join(" AND ", parts));
    }

    private static Asked elsewhere(Condition condition) {
        return new Asked.Elsewhere(condition.place());
    }

    private static Asked not(Asked asked) {
        return switch (asked) {
            case Asked.InTSql sql ->
                new Asked.InTSql(
                        "NOT " + sql.holds()
                                + sql.undecided()
                                        .map(open -> " AND NOT " + open)
                                        .orElse(""),
                        sql.undecided());
            case Asked.Partly part -> new Asked.Elsewhere(part.rest());
            case Asked.Elsewhere other -> other;
        };
    }

    /** The catalog has this DLL. */
    static String pointed(ProviderName provider, DllPath dll) {
        return provider(provider, "p.dll_path" + ANY_CASE + " = " + literal(dll));
    }

    /** There is a row of this provider for which more holds. */
    static String provider(ProviderName provider, String more) {
        return "EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = " + literal(provider) + " AND "
                + more + ")";
    }

    private static String setup(Condition.OfSetup setup) {
        return switch (setup) {
            case Condition.EkmOn on -> EKM_ON;
            case Condition.ProviderUsed used -> providerUsed(used.provider());
        };
    }

    private static String providerUsed(ProviderName provider) {
        return provider(
                provider,
                "(EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER'"
                        + " AND c.target_id = p.provider_id) OR EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a"
                        + " WHERE a.cryptographic_provider_guid = p.guid))");
    }

    private static Asked loaded(Condition.ConnectorLoaded loaded) {
        String pointed = pointed(loaded.provider(), loaded.dll());
        String only = "EXISTS " + module(loaded.provider(), loaded.dll(), "=") + " AND NOT EXISTS "
                + module(loaded.provider(), loaded.dll(), "<>");
        return new Asked.InTSql(
                "(" + pointed + " AND " + only + ")", Optional.of("(" + pointed + " AND NOT (" + only + "))"));
    }

    /** A connector DLL in the process, of no other provider, that is this file or is not. */
    static String module(ProviderName provider, DllPath dll, String is) {
        return """
                (SELECT TOP (1) m.name FROM sys.dm_os_loaded_modules AS m
                            WHERE (LOWER(m.name) LIKE N'%%ekm%%.dll' OR m.name%2$s = %1$s) AND m.name%2$s %3$s %1$s
                            AND NOT EXISTS (SELECT 1 FROM sys.cryptographic_providers AS o
                                WHERE o.name <> %4$s AND o.dll_path%2$s = m.name))""".formatted(literal(dll), ANY_CASE, is, literal(provider));
    }

    private static String credentialNames(Condition.CredentialNames names) {
        return """
                EXISTS (SELECT 1 FROM sys.credentials AS c
                            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
                            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = %s
                            AND c.credential_identity = %s AND p.name = %s)""".formatted(literal(names.credential()), literal(names.identity()), literal(names.provider()));
    }

    private static String opened(Condition.KeyOpened opened) {
        return """
                EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
                            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
                            WHERE a.name = %s AND p.name = %s%s)""".formatted(
                        literal(opened.key()),
                        literal(opened.provider()),
                        opened.thumbprint()
                                .map(wanted -> " AND a.thumbprint = " + wanted)
                                .orElse(""));
    }

    private static String mapped(LoginName login, CredentialName credential) {
        return """
                EXISTS (SELECT 1 FROM sys.server_principals AS s
                            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                            WHERE s.name = %s AND c.name = %s AND (s.type = 'K' OR s.sid = SUSER_SID()))""".formatted(literal(login), literal(credential));
    }

    private static String used(AsymmetricKeyName key) {
        return """
                EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE a.name = %s)""".formatted(literal(key));
    }

    private static String protectedBy(DatabaseName database, AsymmetricKeyName key, String more) {
        return """
                EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE k.database_id = DB_ID(%s)%s AND a.name = %s)""".formatted(literal(database), more, literal(key));
    }

    /** Of a database that is not open, no view shows the DEK. */
    private static String notOpen(DatabaseName database) {
        return "EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = " + literal(database)
                + " AND d.state <> 0 AND NOT EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k"
                + " WHERE k.database_id = d.database_id))";
    }

    private static String names(Condition.NameTaken taken) {
        String view =
                switch (taken.kind()) {
                    case LOGIN -> "sys.server_principals";
                    case CREDENTIAL -> "sys.credentials";
                    case KEY -> "master.sys.asymmetric_keys";
                };
        return view + " AS x WHERE x.name = " + literal(taken.name());
    }

    private static String open(DatabaseName name) {
        return "sys.databases AS d WHERE d.state = 0 AND d.name = " + literal(name);
    }

    private static String keyLogin(LoginName name) {
        return "sys.server_principals AS x WHERE x.type = 'K' AND x.name = " + literal(name);
    }

    private static String credential(CredentialName name) {
        return "sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = " + literal(name);
    }

    private static String key(AsymmetricKeyName name) {
        return "master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = "
                + literal(name);
    }

    private static String exists(String from) {
        return "EXISTS (SELECT 1 FROM " + from + ")";
    }

    private static String literal(Object name) {
        return TSql.literal(name.toString());
    }
}
