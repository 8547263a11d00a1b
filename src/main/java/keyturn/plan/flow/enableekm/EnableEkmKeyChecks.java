package keyturn.plan.flow.enableekm;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.OneLine;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.build.KeyNeed;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedBuild;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;

/** The credential of the login that runs the plan, and the first key. */
final class EnableEkmKeyChecks {

    /** What the connector decides, and not the server. */
    private static final Set<KeyNeed> BUILDS = EnumSet.of(KeyNeed.BUILD_FOR_SIZE, KeyNeed.BUILD_FOR_HSM);

    private EnableEkmKeyChecks() {}

    static Stream<Finding> own(EnableEkmSituation situation) {
        String login = situation.inspection().identity().loginName();
        Optional<Credential> held = situation.callersCredential();
        if (held.isPresent()) {
            return found(
                    Area.CALLER, Severity.FINE, "own-held", login, held.get().name());
        }
        Optional<OwnCredential> own = situation.choices().own();
        if (own.isEmpty()) {
            return situation.choices().key().isPresent()
                    ? found(Area.CALLER, Severity.BLOCKS, "own-needed", login)
                    : found(Area.CALLER, Severity.ATTENTION, "own-none", login);
        }
        if (situation.caller().isEmpty()) {
            return found(Area.CALLER, Severity.BLOCKS, "group", login);
        }
        return CatalogWords.isManagedIdentity(own.get().identity())
                ? found(Area.CALLER, Severity.BLOCKS, "managed")
                : named(situation, own.get().name(), own.get().identity(), login);
    }

    private static Stream<Finding> named(
            EnableEkmSituation situation, CredentialName name, String identity, String login) {
        if (!OneLine.holds(name.value())) {
            return Findings.blocked(Area.NAMES, "name.line-break", name);
        }
        Optional<Credential> there = situation.credential(name);
        if (there.isEmpty()) {
            return taken(situation, NameKind.CREDENTIAL, name.value())
                    ? found(Area.CALLER, Severity.BLOCKS, "credential-taken", name)
                    : found(Area.CALLER, Severity.FINE, "own-created", name, identity, login);
        }
        return there.get().identity().equalsIgnoreCase(identity)
                ? found(Area.CALLER, Severity.ATTENTION, "own-there", name, login)
                : found(
                        Area.CALLER,
                        Severity.BLOCKS,
                        "credential-other",
                        name,
                        there.get().identity());
    }

    static Stream<Finding> key(EnableEkmSituation situation) {
        return situation.choices().key().stream().flatMap(key -> key(situation, key));
    }

    private static Stream<Finding> key(EnableEkmSituation situation, FirstKey key) {
        if (ServerKeys.named(situation.inspection(), key.name()).isPresent()) {
            return found(Area.NEW_KEY, Severity.ATTENTION, "key-there", key.name());
        }
        Stream<Finding> names = Stream.of(
                        taken(situation, NameKind.KEY, key.name().value())
                                ? found(Area.NEW_KEY, Severity.BLOCKS, "key-taken", key.name())
                                : Stream.<Finding>empty(),
                        taken(situation, NameKind.LOGIN, key.login().value())
                                ? found(Area.NEW_KEY, Severity.BLOCKS, "login-taken", key.login())
                                : Stream.<Finding>empty(),
                        taken(situation, NameKind.CREDENTIAL, key.credential().value())
                                ? found(Area.NEW_KEY, Severity.BLOCKS, "credential-taken", key.credential())
                                : Stream.<Finding>empty())
                .flatMap(one -> one);
        Stream<Finding> lines = Stream.of(
                        key.name().value(),
                        key.login().value(),
                        key.credential().value())
                .filter(name -> !OneLine.holds(name))
                .flatMap(name -> Findings.blocked(Area.NAMES, "name.line-break", name));
        return Stream.of(names, lines, version(situation, key)).flatMap(one -> one);
    }

    /** A version in the name is understood since 2020-11-24; of a DLL that is not loaded yet, its file's date is not seen. */
    private static Stream<Finding> version(EnableEkmSituation situation, FirstKey key) {
        if (key.vaultKey().version().isEmpty()) {
            return Stream.empty();
        }
        boolean able = situation.row().isPresent()
                && LoadedBuild.of(situation.inspection(), situation.chosen()) instanceof LoadedBuild.Able;
        return found(
                Area.NEW_KEY,
                able ? Severity.FINE : Severity.ATTENTION,
                able ? "version" : "version-unseen",
                key.vaultKey());
    }

    static Stream<Finding> inVault(EnableEkmSituation situation) {
        Optional<FirstKey> wanted = situation.choices().key();
        if (wanted.isEmpty()) {
            return Stream.empty();
        }
        FirstKey key = wanted.get();
        if (situation.sight().flatMap(vault -> vault.keys().value()).isEmpty()) {
            return found(Area.NEW_KEY, Severity.ATTENTION, "vault-unseen", key.vaultKey());
        }
        Optional<Key> there = situation
                .sight()
                .flatMap(vault -> vault.key(key.vaultKey().name().value()));
        Optional<Version> version =
                there.flatMap(one -> key.vaultKey().version().map(one::version).orElseGet(one::current));
        if (there.isEmpty() || version.isEmpty()) {
            return found(Area.NEW_KEY, Severity.BLOCKS, "no-key", key.vaultKey());
        }
        return fits(situation, there.get(), version.get())
                ? fitting(situation, key, version.get())
                : found(Area.NEW_KEY, Severity.BLOCKS, "unfit", key.vaultKey());
    }

    private static boolean fits(EnableEkmSituation situation, Key key, Version version) {
        return !key.ofCertificate()
                && version.wrapsAt(situation.inspection().takenAt())
                && version.material().value().stream()
                        .allMatch(made -> KeyNeed.mayWrap(made) && BUILDS.containsAll(needs(situation, made)));
    }

    private static List<KeyNeed> needs(EnableEkmSituation situation, Material made) {
        return KeyNeed.of(made, situation.inspection().identity());
    }

    /** Of a DLL that is not loaded yet, nobody has seen whether it is of November 2020 or later. */
    private static Stream<Finding> fitting(EnableEkmSituation situation, FirstKey key, Version version) {
        boolean every = version.material().value().stream()
                .allMatch(made -> needs(situation, made).isEmpty());
        Stream<Finding> fits = found(Area.NEW_KEY, Severity.FINE, "vault-key", key.vaultKey(), key.name());
        if (every) {
            return fits;
        }
        return switch (LoadedBuild.of(situation.inspection(), situation.chosen())) {
            case LoadedBuild.Able able -> fits;
            case LoadedBuild.Older older ->
                found(Area.NEW_KEY, Severity.BLOCKS, "build-old", key.vaultKey(), older.version());
            case LoadedBuild.Unknown unknown -> found(Area.NEW_KEY, Severity.ATTENTION, "build-unseen", key.vaultKey());
        };
    }

    /** Without regard to case: whether the server tells them apart depends on its collation. */
    private static boolean taken(EnableEkmSituation situation, NameKind kind, String name) {
        return situation.keyholding().names().value().stream()
                .flatMap(java.util.List::stream)
                .anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name));
    }

    private static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return EnableEkmChecks.found(area, severity, rule, about);
    }
}
