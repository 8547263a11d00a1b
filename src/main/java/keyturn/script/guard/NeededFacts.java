package keyturn.script.guard;

import java.util.Locale;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.CatalogWords;
import keyturn.plan.fact.Condition;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfKey;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.step.KeyStep;
import keyturn.script.TSql;

/**
 * The conditions that must hold before a step as facts with a value where they have one: the script says then what was found
 * instead.
 *
 * @param node of the step
 */
record NeededFacts(NodeName node) {

    /** Empty where the server cannot be asked. */
    Optional<GuardFact> of(Condition needed) {
        return switch (needed) {
            case Condition.ProviderPoints points -> Optional.of(path(points));
            case Condition.DatabaseOnline online -> Optional.of(state(online));
            case Condition.ProtectedBy by -> Optional.of(protector(by));
            case Condition.Not not -> presence(not.condition(), false);
            case Condition.OfSetup setup -> presence(setup, true);
            case Condition.ProviderThere there -> presence(there, true);
            case Condition.NameTaken taken -> presence(taken, true);
            case Condition.KeyThere there -> presence(there, true);
            case Condition.KeyUsed used -> presence(used, true);
            case Condition.LogBackedUp backedUp -> presence(backedUp, true);
            case Condition.ProviderVersion other -> presence(other, true);
            case Condition.ProviderEnabled other -> presence(other, true);
            case Condition.ConnectorLoaded other -> presence(other, true);
            case Condition.DatabaseTested other -> presence(other, true);
            case Condition.SnapshotThere other -> presence(other, true);
            case Condition.CredentialThere other -> presence(other, true);
            case Condition.CredentialNames other -> presence(other, true);
            case Condition.KeyLoginThere other -> presence(other, true);
            case Condition.KeyLoginMade other -> presence(other, true);
            case Condition.CredentialMapped other -> presence(other, true);
            case Condition.KeyOpened other -> presence(other, true);
            case Condition.Reencrypted other -> presence(other, true);
            case Condition.BackedUp other -> presence(other, true);
            case Condition.KeyChain other -> presence(other, true);
            case Condition.VaultKeyMade other -> presence(other, true);
            case Condition.VaultKeyBackedUp other -> presence(other, true);
            case Condition.VaultKeyTried other -> presence(other, true);
            case Condition.SecretAdded other -> presence(other, true);
            case Condition.OfSecret other -> presence(other, true);
            case Condition.OfHost other -> presence(other, true);
            case Condition.AppSecretGone other -> presence(other, true);
            case Condition.OfRebuild other -> presence(other, true);
        };
    }

    private GuardFact path(Condition.ProviderPoints points) {
        return GuardFact.of(
                new OfProvider(node, points.provider(), ProviderFact.DLL_PATH),
                new FactValue.Text(points.dll().value()),
                StepGuards.column(points.provider(), "p.dll_path"));
    }

    private GuardFact state(Condition.DatabaseOnline online) {
        return GuardFact.of(
                new OfDatabase(node, online.database(), DatabaseFact.STATE),
                new FactValue.Text(CatalogWords.ONLINE),
                "(SELECT d.state_desc FROM sys.databases AS d WHERE d.name = "
                        + TSql.literal(online.database().value()) + ")");
    }

    private GuardFact protector(Condition.ProtectedBy by) {
        return GuardFact.of(
                new OfDatabase(node, by.database(), DatabaseFact.PROTECTOR),
                new FactValue.Text(by.key().value()),
                protector(by.database()));
    }

    private static Optional<GuardFact> presence(Condition condition, boolean wanted) {
        return ConditionGuards.of(condition).onServer().map(sql -> GuardFact.presence(words(condition), wanted, sql));
    }

    private static Message words(Condition condition) {
        return switch (condition) {
            case Condition.EkmOn on -> named("ekm");
            case Condition.ProviderUsed used -> named("providerUsed", used.provider());
            case Condition.ProviderThere there -> named("provider", there.provider());
            case Condition.NameTaken taken -> named(taken.kind().name().toLowerCase(Locale.ROOT), taken.name());
            case Condition.KeyThere there -> named("key", there.key());
            case Condition.KeyUsed used -> named("used", used.key());
            case Condition.LogBackedUp backedUp -> named("logBackup", backedUp.database());
            case Condition.ProviderPoints points -> named("points", points.provider(), points.dll());
            case Condition.ProviderVersion version -> named("provider", version.provider());
            case Condition.ProviderEnabled enabled -> named("enabled", enabled.provider());
            case Condition.ConnectorLoaded loaded -> named("loaded", loaded.dll());
            case Condition.DatabaseOnline online -> named("online", online.database());
            case Condition.DatabaseTested tested -> named("tested", tested.database());
            case Condition.SnapshotThere there -> named("snapshot", there.name());
            case Condition.CredentialThere there -> named("credential", there.credential());
            case Condition.CredentialNames names -> named("credential", names.credential());
            case Condition.KeyLoginThere there -> named("login", there.login());
            case Condition.KeyLoginMade made -> named("login", made.login());
            case Condition.CredentialMapped mapped -> named("mapped", mapped.credential(), mapped.login());
            case Condition.KeyOpened opened -> named("key", opened.key());
            case Condition.ProtectedBy by -> named("protected", by.database(), by.key());
            case Condition.Reencrypted by -> named("protected", by.database(), by.key());
            case Condition.BackedUp backedUp -> named("backup", backedUp.database());
            case Condition.KeyChain chain -> named("key", chain.key());
            case Condition.VaultKeyMade made -> named("vaultKey", made.name());
            case Condition.VaultKeyBackedUp backedUp -> named("file", backedUp.file());
            case Condition.VaultKeyTried tried -> named("vaultKey", tried.key());
            case Condition.SecretAdded added -> named("secret", added.name());
            case Condition.OfSecret ofSecret -> SecretGuards.words(ofSecret);
            case Condition.OfHost ofHost -> HostGuards.words(ofHost);
            case Condition.AppSecretGone gone -> named("secret", gone.keyId());
            case Condition.OfRebuild rebuild -> ofRebuild(rebuild);
            case Condition.Not not -> words(not.condition());
        };
    }

    private static Message ofRebuild(Condition.OfRebuild condition) {
        return switch (condition) {
            case Condition.VaultThere there -> named("vault", there.vault());
            case Condition.KeyRightsHeld held -> named("keyRights", held.vault());
            case Condition.RegistryCleared cleared -> named("vault", cleared.vault());
            case Condition.ScratchThere there ->
                named("scratch", there.scratch().name());
        };
    }

    private static Message named(String kind, Object... names) {
        return Message.of("script.guard." + kind, names);
    }

    /** The key that protects the DEK of the database, by name. */
    static String protector(DatabaseName database) {
        return """
                (SELECT TOP (1) a.name FROM sys.dm_database_encryption_keys AS k
                            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
                            WHERE k.database_id = DB_ID(%s))""".formatted(TSql.literal(database.value()));
    }

    /** The key of master has the thumbprint that it must have. */
    static GuardFact thumbprint(KeyStep.OpenKey open, Thumbprint wanted) {
        return GuardFact.of(new OfKey(open.node(), open.key()), new FactValue.Text(wanted.toString()), """
                (SELECT CONVERT(nvarchar(100), a.thumbprint, 1)
                            FROM master.sys.asymmetric_keys AS a WHERE a.name = %s)""".formatted(
                        TSql.literal(open.key().value())));
    }

    /** The thumbprint of what protects the DEK of the database, as the plan's basis has it. */
    static GuardFact thumbprint(FactKey fact, FactValue was, DatabaseName database) {
        return GuardFact.of(fact, was, """
                (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
                            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(%s))""".formatted(TSql.literal(database.value())));
    }
}
