package keyturn.trouble.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.build.KeyNeed;
import keyturn.plan.fact.KeysInUse;
import keyturn.plan.fact.LoadedBuild;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** Which connector is loaded, and whether it takes the keys that protect databases. */
record ConnectorSide(Inspection seen) {

    private static final String FILE = "\\microsoft.azurekeyvaultservice.ekm.dll";

    private static final FileVersion NOVEMBER_2020 = KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.version();

    void check(Gathering into) {
        if (seen.facts().loadedModules().value().isEmpty()) {
            into.unread(seen.facts().loadedModules());
            return;
        }
        List<LoadedModule> modules = seen.facts().loadedModules().value().get();
        if (modules.isEmpty()) {
            into.say(State.UNKNOWN, "connector.none", List.of());
            return;
        }
        modules.forEach(module -> module(into, module));
        seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> KeysInUse.of(seen.facts()).contains(key.name()))
                .forEach(key -> VaultMatch.of(key.name(), seen.facts())
                        .flatMap(match -> match.material().value())
                        .ifPresent(material -> material(into, key, material)));
    }

    /** What another vendor's provider loads has versions of its own. */
    private static void module(Gathering into, LoadedModule module) {
        if (!module.path().toLowerCase(Locale.ROOT).endsWith(FILE)) {
            into.say(State.FINE, "connector.other", List.of(module.version(), module.path()));
            return;
        }
        version(module)
                .ifPresentOrElse(
                        version -> build(into, module, version),
                        () -> into.say(State.UNKNOWN, "connector.version", List.of(module.version(), module.path())));
    }

    private static void build(Gathering into, LoadedModule module, FileVersion version) {
        Optional<LocalDate> date = module.fileDate().value();
        List<Object> shown =
                List.of(module.version(), date.map(LocalDate::toString).orElse("?"), module.path());
        if (version.equals(KnownBuild.BUILD_1_0_0_440.version())) {
            into.say(State.FOUND, "connector.unsupported", shown, RootCause.CONNECTOR_UNSUPPORTED);
        } else if (new ConnectorBuild(version, date, Optional.empty()).makesShortThumbprints()) {
            into.say(State.ATTENTION, "connector.short", shown, RootCause.OTHER_GENERATION);
        } else if (date.isEmpty() && version.equals(NOVEMBER_2020)) {
            into.say(State.FINE, "connector.undated", List.of(module.version(), module.path()));
        } else {
            into.say(State.FINE, "connector.loaded", shown);
        }
    }

    private static Optional<FileVersion> version(LoadedModule module) {
        try {
            return Optional.of(FileVersion.parse(module.version()));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

    private void material(Gathering into, AsymmetricKey key, Material material) {
        KeyNeed.of(material, seen.identity()).forEach(need -> {
            switch (need) {
                case OTHER_TYPE, OTHER_SIZE ->
                    into.say(State.FOUND, "connector.kind", List.of(key.name(), material), RootCause.KEY_KIND);
                case SQL_SERVER_2022, UPDATE_OF_2022 ->
                    into.say(
                            State.FOUND,
                            "connector.server",
                            List.of(
                                    key.name(),
                                    material,
                                    KeyNeed.HSM_SINCE,
                                    seen.identity().productVersion()),
                            RootCause.KEY_KIND);
                case BUILD_FOR_SIZE, BUILD_FOR_HSM -> loaded(into, key, material);
            }
        });
    }

    private void loaded(Gathering into, AsymmetricKey key, Material material) {
        provider(key).ifPresent(name -> {
            switch (LoadedBuild.of(seen, name)) {
                case LoadedBuild.Able able -> {}
                case LoadedBuild.Older older ->
                    into.say(
                            State.FOUND,
                            "connector.old",
                            List.of(key.name(), material, older.version()),
                            RootCause.CONNECTOR_OLD);
                case LoadedBuild.Unknown unknown ->
                    into.say(
                            State.UNKNOWN,
                            "connector.unknown",
                            List.of(
                                    key.name(),
                                    material,
                                    NOVEMBER_2020,
                                    unknown.why().text()));
            }
        });
    }

    private Optional<ProviderName> provider(AsymmetricKey key) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.guid().equalsIgnoreCase(key.providerGuid()))
                .map(Provider::name)
                .findFirst();
    }
}
