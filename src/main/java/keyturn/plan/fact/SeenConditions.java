package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.Underway;
import keyturn.plan.check.Blocks;

/** Conditions asked of an inspection; pure. Those about keys, logins and credentials stand in {@link SeenKeys}. */
final class SeenConditions {

    private SeenConditions() {}

    static Holds holds(Condition condition, Inspection seen) {
        return holds(condition, seen, new SeenKeys(seen));
    }

    private static Holds holds(Condition condition, Inspection seen, SeenKeys keys) {
        return switch (condition) {
            case Condition.OfSetup setup -> setup(seen, setup);
            case Condition.ProviderThere there -> provider(seen, there.provider(), row -> true);
            case Condition.ProviderPoints points -> pointed(seen, points);
            case Condition.ProviderVersion version -> version(seen, version);
            case Condition.ProviderEnabled enabled -> provider(seen, enabled.provider(), Provider::enabled);
            case Condition.ConnectorLoaded loaded -> loaded(seen, loaded);
            case Condition.DatabaseOnline online -> online(seen, online.database());
            case Condition.DatabaseTested tested -> tested(seen, tested);
            case Condition.SnapshotThere there -> snapshot(seen, there);
            case Condition.NameTaken taken -> keys.taken(taken);
            case Condition.CredentialThere there -> keys.credentialThere(there.credential());
            case Condition.CredentialNames names -> keys.credentialNames(names);
            case Condition.KeyLoginThere there -> keys.keyLoginThere(there.login());
            case Condition.KeyLoginMade made -> keys.keyLoginMade(made);
            case Condition.CredentialMapped mapped -> keys.mapped(mapped.login(), mapped.credential());
            case Condition.KeyThere there -> keys.keyThere(there.key());
            case Condition.KeyOpened opened -> keys.opened(opened);
            case Condition.KeyUsed used -> keys.used(used.key());
            case Condition.ProtectedBy by -> keys.protectedBy(by.database(), by.key());
            case Condition.Reencrypted by -> keys.reencrypted(by.database(), by.key());
            case Condition.LogBackedUp backedUp -> BackupConditions.log(seen, backedUp);
            case Condition.BackedUp backedUp -> BackupConditions.afterwards(seen, backedUp);
            case Condition.KeyChain chain -> keys.chain(chain);
            case Condition.VaultKeyMade made -> VaultKeys.made(seen, made);
            case Condition.VaultKeyBackedUp backedUp -> unseen("plan.found.backup", backedUp.file());
            case Condition.VaultKeyTried tried -> unseen("plan.found.tried", tried.key());
            case Condition.SecretAdded added -> VaultKeys.added(seen, added);
            case Condition.OfSecret ofSecret -> SeenSecrets.holds(seen, ofSecret);
            case Condition.OfHost ofHost -> SeenStart.holds(seen, ofHost);
            case Condition.AppSecretGone gone -> VaultKeys.gone(seen, gone);
            case Condition.OfRebuild rebuild -> RecoveryConditions.holds(seen, rebuild);
            case Condition.Not not -> not(holds(not.condition(), seen, keys));
        };
    }

    private static Holds not(Holds holds) {
        return switch (holds) {
            case Holds.Yes yes -> new Holds.No(yes.found());
            case Holds.No no -> new Holds.Yes(no.found());
            case Holds.Unknown unknown -> unknown;
        };
    }

    private static Holds unseen(String key, Object about) {
        return new Holds.Unknown(Message.of(key, about));
    }

    private static Holds provider(Inspection seen, ProviderName name, Predicate<Provider> condition) {
        return ofProvider(seen, name, condition, SeenConditions::enabledWords);
    }

    private static Holds pointed(Inspection seen, Condition.ProviderPoints points) {
        return ofProvider(
                seen,
                points.provider(),
                row -> row.dllPath().equalsIgnoreCase(points.dll().value()),
                row -> Message.of("plan.found.path", row.name(), row.dllPath()));
    }

    private static Holds version(Inspection seen, Condition.ProviderVersion wanted) {
        return wanted.version()
                .map(version -> ofProvider(
                        seen,
                        wanted.provider(),
                        row -> isVersion(row.version(), version),
                        row -> Message.of("plan.found.version", row.name(), row.version())))
                .orElseGet(() -> unseen("plan.found.anyVersion", wanted.provider()));
    }

    private static boolean isVersion(String text, FileVersion version) {
        try {
            return FileVersion.parse(text).equals(version);
        } catch (InvalidValue other) {
            return false;
        }
    }

    private static Message enabledWords(Provider row) {
        return Message.of(row.enabled() ? "plan.found.enabled" : "plan.found.disabled", row.name());
    }

    private static Holds loaded(Inspection seen, Condition.ConnectorLoaded loaded) {
        return switch (pointed(seen, new Condition.ProviderPoints(loaded.provider(), loaded.dll()))) {
            case Holds.No no -> no;
            case Holds.Unknown unknown -> unknown;
            case Holds.Yes yes -> modules(LoadedConnector.of(seen, loaded.provider(), loaded.dll()), loaded);
        };
    }

    private static Holds modules(LoadedConnector connector, Condition.ConnectorLoaded loaded) {
        return switch (connector) {
            case LoadedConnector.Expected expected -> new Holds.Yes(Message.of("plan.found.loaded", loaded.dll()));
            case LoadedConnector.Older older ->
                new Holds.Unknown(Message.of("plan.found.olderLoaded", loaded.dll(), String.join(", ", older.paths())));
            case LoadedConnector.None none -> new Holds.Unknown(Message.of("plan.found.noneLoaded", loaded.dll()));
            case LoadedConnector.NotSeen unseen ->
                new Holds.Unknown(
                        Message.of("plan.found.loadedUnseen", unseen.why().text()));
        };
    }

    private static Holds online(Inspection seen, DatabaseName name) {
        return ofDatabase(seen, name, row -> {
            Message found = Message.of("plan.found.state", row.name(), row.state());
            return ConcernedDatabases.isOpen(row) ? new Holds.Yes(found) : new Holds.No(found);
        });
    }

    /** How it was before the change, a later look cannot tell; after it, only that it could not be. */
    private static Holds tested(Inspection seen, Condition.DatabaseTested tested) {
        if (!tested.afterChange()) {
            return new Holds.Unknown(Message.of("plan.found.notTestedBefore", tested.database()));
        }
        return switch (online(seen, tested.database())) {
            case Holds.Yes open -> new Holds.Unknown(Message.of("plan.found.notTested", tested.database()));
            case Holds.No no -> no;
            case Holds.Unknown unknown -> unknown;
        };
    }

    /** Its name is that of no other plan and no other step; the act looks at its time too. */
    private static Holds snapshot(Inspection seen, Condition.SnapshotThere wanted) {
        String name = wanted.snapshot().name();
        Underway now = seen.facts().around().underway();
        return of(
                now.limits(),
                limits -> now.limit(new DatabaseName(name))
                                .flatMap(Underway.Limit::snapshotOf)
                                .filter(wanted.database().value()::equals)
                                .isPresent()
                        ? new Holds.Yes(Message.of("plan.found.snapshotLeft", name, wanted.database()))
                        : new Holds.No(Message.of("plan.found.snapshotGone", name)));
    }

    static Holds ofDatabase(Inspection seen, DatabaseName name, Function<Database, Holds> answer) {
        return of(
                seen.facts().databases(),
                rows -> rows.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .map(answer)
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.noDatabase", name))));
    }

    private static Holds ofProvider(
            Inspection seen, ProviderName name, Predicate<Provider> condition, Function<Provider, Message> words) {
        return of(
                seen.facts().providers(),
                (List<Provider> rows) -> rows.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .<Holds>map(row ->
                                condition.test(row) ? new Holds.Yes(words.apply(row)) : new Holds.No(words.apply(row)))
                        .orElseGet(() -> new Holds.No(Message.of("plan.found.noProvider", name))));
    }

    /** What could not be read tells nothing. */
    static <T> Holds of(Fact<T> fact, Function<T, Holds> answer) {
        Optional<T> known = fact.value();
        return known.map(answer).orElseGet(() -> new Holds.Unknown(Blocks.reason(fact)));
    }

    private static Holds setup(Inspection seen, Condition.OfSetup setup) {
        return switch (setup) {
            case Condition.EkmOn on -> on(seen);
            case Condition.ProviderUsed used -> used(seen, used.provider());
        };
    }

    /** A provider that is not there is used by nobody. */
    private static Holds used(Inspection seen, ProviderName name) {
        Optional<Inspection.Provider> row = seen.facts().providers().value().orElse(List.of()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        Message unused = Message.of("plan.found.providerUnused", name);
        if (row.isEmpty()) {
            return of(seen.facts().providers(), rows -> new Holds.No(unused));
        }
        return of(
                seen.facts().credentials(),
                credentials -> of(
                        seen.facts().asymmetricKeys(),
                        keys -> users(row.get(), credentials, keys)
                                .findFirst()
                                .<Holds>map(user -> new Holds.Yes(Message.of("plan.found.providerUsed", name, user)))
                                .orElseGet(() -> new Holds.No(unused))));
    }

    private static Stream<String> users(
            Inspection.Provider row, List<Inspection.Credential> credentials, List<Inspection.AsymmetricKey> keys) {
        return Stream.concat(
                credentials.stream()
                        .filter(one -> one.providerId() == row.id())
                        .map(one -> one.name().value()),
                keys.stream()
                        .filter(one -> one.providerGuid().equalsIgnoreCase(row.guid()))
                        .map(one -> one.name().value()));
    }

    /** It counts once it runs. */
    private static Holds on(Inspection seen) {
        return of(
                seen.facts().ekm(),
                ekm -> ekm.running() && ekm.configured()
                        ? new Holds.Yes(Message.of("plan.found.ekmOn"))
                        : new Holds.No(Message.of("plan.found.ekmOff")));
    }
}
