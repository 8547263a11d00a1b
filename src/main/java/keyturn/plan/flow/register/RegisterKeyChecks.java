package keyturn.plan.flow.register;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.KnownBuild;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.CatalogWords;
import keyturn.plan.build.KeyNeed;
import keyturn.plan.build.UriOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedBuild;

/** Which version of which vault key it is, and whether this connector can open it. */
final class RegisterKeyChecks {

    private RegisterKeyChecks() {}

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

    /**
     * The version that is named must be the one with the thumbprint: as the registry of the host has it, else by the public half of each
     * version.
     */
    static Stream<Finding> version(RegisterSituation situation) {
        RegisterChoices choices = situation.choices();
        if (CatalogWords.isManagedIdentity(choices.vault())) {
            return found(Severity.BLOCKS, "managed");
        }
        Optional<VaultSight> vault =
                situation.sight().filter(seen -> seen.keys().value().isPresent());
        Optional<UriOnHost> uri = uri(situation);
        if (vault.isEmpty() && uri.isPresent()) {
            return unread(situation, uri.get());
        }
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
        Optional<UriOnHost> uri = uri(situation);
        if (uri.isPresent()) {
            boolean same = uri.get().isNamed(vault.address(), key.name())
                    && uri.get()
                            .version()
                            .filter(version.id()::equalsIgnoreCase)
                            .isPresent();
            return same ? found(Severity.FINE, "is-uri", shown, wanted.get()) : other(shown, wanted.get(), uri.get());
        }
        Optional<WantedVersion> found = WantedVersion.in(vault, wanted.get());
        if (found.isEmpty()) {
            return none(shown, wanted.get(), version);
        }
        return found.get().version().id().equalsIgnoreCase(version.id())
                ? found(Severity.FINE, "is-wanted", shown, wanted.get())
                : other(shown, wanted.get(), found.get().shown());
    }

    /** A short thumbprint comes from no public half; one of the present generation is that of a version, or it is another key. */
    private static Stream<Finding> none(String shown, Thumbprint wanted, Version version) {
        boolean compared = version.material().value().flatMap(Material::modulus).isPresent();
        return compared && !wanted.isShort()
                ? found(Severity.BLOCKS, "none-fits", shown, wanted)
                : found(Severity.ATTENTION, "not-told", shown, wanted);
    }

    private static Optional<UriOnHost> uri(RegisterSituation situation) {
        return situation.choices().thumbprint().flatMap(wanted -> UriOnHost.of(wanted, situation.inspection()));
    }

    /** The bare name stands for the newest version, and which that is shows only the vault. */
    private static Stream<Finding> unread(RegisterSituation situation, UriOnHost uri) {
        KeyReference named = situation.choices().vaultKey();
        Thumbprint wanted = situation.choices().thumbprint().orElseThrow();
        boolean sameKey = situation
                .address()
                .filter(vault -> uri.isNamed(vault, named.name().value()))
                .isPresent();
        boolean otherVersion = named.version().isPresent()
                && !named.version().equals(uri.version().map(id -> id.toLowerCase(Locale.ROOT)));
        if (!sameKey || otherVersion) {
            return other(named.toString(), wanted, uri);
        }
        return named.version().isPresent()
                ? found(Severity.FINE, "is-uri", named, wanted)
                : found(Severity.ATTENTION, "unseen", named, situation.choices().vault(), wanted);
    }

    private static Stream<Finding> other(String shown, Thumbprint wanted, Object which) {
        return found(Severity.BLOCKS, "other-version", shown, wanted, which);
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
        if (!KeyNeed.mayWrap(made)) {
            return found(Severity.BLOCKS, "operations", name);
        }
        String shown = name + " (" + made + ")";
        return KeyNeed.of(made, situation.inspection().identity()).stream()
                .flatMap(need -> switch (need) {
                    case OTHER_TYPE -> found(Severity.BLOCKS, "kind", name, made);
                    case OTHER_SIZE -> found(Severity.BLOCKS, "size", name, made);
                    case SQL_SERVER_2022, UPDATE_OF_2022 ->
                        found(
                                Severity.BLOCKS,
                                "hsm",
                                name,
                                KeyNeed.HSM_SINCE,
                                situation.inspection().identity().productVersion());
                    case BUILD_FOR_SIZE, BUILD_FOR_HSM -> young(situation, "kind", shown);
                })
                .distinct();
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.NEW_KEY, severity, rule, about);
    }
}
