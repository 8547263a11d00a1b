package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedBuild;

/** Which version of which vault key it is, and whether this connector can open it. */
final class RegisterKeyChecks {

    private static final int LARGE = 3072;

    private RegisterKeyChecks() {}

    /** The key of a vault has one thumbprint for connectors up to 1.0.4.0 and another one for later ones (KB 4470999). */
    static Stream<Finding> generation(RegisterSituation situation) {
        Optional<Thumbprint> wanted = situation.choices().thumbprint();
        List<ConnectorBuild> loaded = loaded(situation);
        if (wanted.isEmpty() || loaded.isEmpty()) {
            return Stream.empty();
        }
        boolean makesShort = loaded.getFirst().makesShortThumbprints();
        if (wanted.get().isShort() == makesShort) {
            return found(
                    Severity.FINE, "generation", wanted.get(), loaded.getFirst().version());
        }
        return found(
                Severity.BLOCKS,
                makesShort ? "generation-new" : "generation-old",
                wanted.get(),
                loaded.getFirst().version());
    }

    private static List<ConnectorBuild> loaded(RegisterSituation situation) {
        return situation.inspection().facts().loadedModules().value().orElse(List.of()).stream()
                .flatMap(module -> build(module).stream())
                .toList();
    }

    private static Optional<ConnectorBuild> build(LoadedModule module) {
        try {
            return Optional.of(new ConnectorBuild(
                    FileVersion.parse(module.version()), module.fileDate().value(), Optional.empty()));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    /** A version in the name is understood since 2020-11-24. */
    static Stream<Finding> build(RegisterSituation situation) {
        return situation.choices().vaultKey().version().isEmpty()
                ? Stream.empty()
                : young(situation, "version", situation.choices().vaultKey());
    }

    private static Stream<Finding> young(RegisterSituation situation, String rule, Object subject) {
        FileVersion number = KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.version();
        return switch (LoadedBuild.of(situation.inspection(), situation.chosen())) {
            case LoadedBuild.Able able -> found(Severity.FINE, rule + "-able", subject);
            case LoadedBuild.Older older ->
                found(
                        Severity.BLOCKS,
                        rule + "-old",
                        subject,
                        number,
                        older.version() + older.date().map(date -> ", " + date).orElse(""));
            case LoadedBuild.Unknown unknown ->
                found(
                        Severity.BLOCKS,
                        rule + "-unknown",
                        subject,
                        number,
                        unknown.why().text());
        };
    }

    /** The thumbprint of each version is made of its public half; the one that is needed must be the one that is named. */
    static Stream<Finding> version(RegisterSituation situation) {
        RegisterChoices choices = situation.choices();
        if (CatalogWords.isManagedIdentity(choices.vault())) {
            return found(Severity.BLOCKS, "managed");
        }
        Optional<VaultSight> vault =
                situation.sight().filter(seen -> seen.keys().value().isPresent());
        if (vault.isEmpty()) {
            return found(
                    Severity.ATTENTION,
                    choices.thumbprint().isPresent() ? "unseen" : "unseen-unknown",
                    choices.vaultKey(),
                    choices.vault(),
                    choices.thumbprint().map(Thumbprint::toString).orElse(""));
        }
        Optional<Key> key = vault.get().key(choices.vaultKey().name().value());
        if (key.isEmpty()) {
            return found(Severity.BLOCKS, "no-key", choices.vaultKey().name(), choices.vault());
        }
        return named(situation, key.get())
                .map(version -> named(situation, vault.get(), key.get(), version))
                .orElseGet(() -> key.get().versions().value().isPresent()
                        ? found(Severity.BLOCKS, "no-version", choices.vaultKey(), choices.vault())
                        : found(Severity.ATTENTION, "versions-unseen", choices.vaultKey(), choices.vault()));
    }

    private static Optional<Version> named(RegisterSituation situation, Key key) {
        return situation.choices().vaultKey().version().map(key::version).orElseGet(key::current);
    }

    private static Stream<Finding> named(RegisterSituation situation, VaultSight vault, Key key, Version version) {
        Optional<Thumbprint> wanted = situation.choices().thumbprint();
        String shown = key.name() + "/" + version.id();
        if (wanted.isEmpty()) {
            return found(Severity.ATTENTION, "thumbprint-unknown", shown);
        }
        Optional<WantedVersion> found = WantedVersion.in(vault, wanted.get());
        if (found.isEmpty()) {
            return found(Severity.ATTENTION, "not-told", shown, wanted.get());
        }
        return found.get().version().id().equalsIgnoreCase(version.id())
                ? found(Severity.FINE, "is-wanted", shown, wanted.get())
                : found(
                        Severity.BLOCKS,
                        "other-version",
                        shown,
                        wanted.get(),
                        found.get().shown());
    }

    /** What the vault shows of the version: whether it opens anything at all, and whether this build takes it. */
    static Stream<Finding> material(RegisterSituation situation) {
        Optional<Key> key = situation
                .sight()
                .flatMap(
                        vault -> vault.key(situation.choices().vaultKey().name().value()));
        Optional<Version> version = key.flatMap(one -> named(situation, one));
        if (key.isEmpty() || version.isEmpty()) {
            return Stream.empty();
        }
        if (key.get().ofCertificate()) {
            return found(Severity.BLOCKS, "certificate", key.get().name());
        }
        if (!version.get().enabled()) {
            return found(
                    Severity.BLOCKS, "disabled", key.get().name(), version.get().id());
        }
        return version.get().material().value().stream()
                .flatMap(made -> material(situation, key.get().name(), made));
    }

    private static Stream<Finding> material(RegisterSituation situation, String name, Material made) {
        if (!made.rsa()) {
            return found(Severity.BLOCKS, "kind", name, made);
        }
        if (!made.operations().isEmpty() && !made.operations().containsAll(Set.of("wrapKey", "unwrapKey"))) {
            return found(Severity.BLOCKS, "operations", name);
        }
        return made.hsm() || made.bits() >= LARGE ? young(situation, "kind", name + " (" + made + ")") : Stream.empty();
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.NEW_KEY, severity, rule, about);
    }
}
