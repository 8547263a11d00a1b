package keyturn.plan.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.InvalidValue;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.build.HostNeed;
import keyturn.plan.fact.LoadedConnector;

/** Whether a start would load the provider of a key, and the same DLL that serves now. */
final class ProviderRoute {

    private final Inspection.Facts facts;
    private final Optional<HostSight> host;
    private final AsymmetricKey key;
    private final Gathered gathered;

    ProviderRoute(Inspection seen, AsymmetricKey key, Gathered gathered) {
        this.facts = seen.facts();
        this.host = seen.host().flatMap(Fact::value);
        this.key = key;
        this.gathered = gathered;
    }

    /** The provider's row, where it is known. */
    Optional<Provider> look() {
        ekm();
        if (facts.providers().value().isEmpty()) {
            gathered.unread(Missing.Subject.PROVIDERS, facts.providers());
            return Optional.empty();
        }
        Optional<Provider> row = facts.providers().value().get().stream()
                .filter(provider -> provider.guid().equalsIgnoreCase(key.providerGuid()))
                .findFirst();
        if (row.isEmpty()) {
            gathered.causes.add(new Cause.ProviderGone(key.name()));
        }
        row.ifPresent(this::provider);
        return row;
    }

    /** What is configured comes into force with the start, whatever is in force now. */
    private void ekm() {
        Optional<EkmSwitch> ekm = facts.ekm().value();
        if (ekm.isEmpty()) {
            gathered.unread(Missing.Subject.EKM, facts.ekm());
        } else if (!ekm.get().configured()) {
            gathered.causes.add(new Cause.EkmOff());
        }
    }

    private void provider(Provider row) {
        if (!row.enabled()) {
            gathered.causes.add(new Cause.ProviderDisabled(row.name()));
        }
        Optional<HostSight.File> file = host.flatMap(sight -> sight.file(row.dllPath()));
        if (file.isEmpty() && isGone(row.dllPath())) {
            gathered.causes.add(new Cause.DllGone(row.name(), row.dllPath()));
        }
        file.ifPresent(found -> unusable(found, row));
        loaded(row);
    }

    private void unusable(HostSight.File file, Provider row) {
        if (!file.isSigned()) {
            gathered.causes.add(new Cause.DllUnusable(row.name(), row.dllPath(), Cause.Flaw.NOT_SIGNED));
        }
        if (file.readable().filter(yes -> !yes).isPresent()) {
            gathered.causes.add(new Cause.DllUnusable(row.name(), row.dllPath(), Cause.Flaw.NOT_READABLE));
        }
        if (!isLoaded(row) && host.filter(sight -> hasRuntime(sight, file)).isEmpty()) {
            gathered.causes.add(new Cause.DllUnusable(row.name(), row.dllPath(), Cause.Flaw.NO_RUNTIME));
        }
    }

    private boolean isLoaded(Provider row) {
        return facts.loadedModules().value().orElse(List.of()).stream()
                .anyMatch(module -> module.path().equalsIgnoreCase(row.dllPath()) && !module.replaced());
    }

    private static boolean hasRuntime(HostSight sight, HostSight.File file) {
        String family = HostNeed.of(file.version()).family();
        return sight.runtimes().stream().anyMatch(runtime -> runtime.family().equals(family));
    }

    /** Only of a path that was looked at can it be said; one that no statement takes is never asked for. */
    private boolean isGone(String path) {
        Optional<DllPath> readable = readable(path);
        Optional<Boolean> asked = readable.flatMap(dll -> facts.around().files().stream()
                .filter(file -> file.path().sameFileAs(dll))
                .flatMap(file -> file.there().value().stream())
                .findFirst());
        return asked.map(there -> !there)
                .orElseGet(() -> readable.isPresent()
                        && facts.dllFiles()
                                .value()
                                .filter(files -> files.stream()
                                        .noneMatch(file -> file.path().sameFileAs(readable.get())))
                                .isPresent());
    }

    private static Optional<DllPath> readable(String path) {
        try {
            return Optional.of(new DllPath(path));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }

    private void loaded(Provider row) {
        if (facts.loadedModules().value().isEmpty()) {
            gathered.unread(Missing.Subject.MODULES, facts.loadedModules());
            return;
        }
        List<LoadedModule> own = LoadedConnector.modulesOf(facts, row.name());
        List<String> others = own.stream()
                .map(LoadedModule::path)
                .filter(path -> !path.equalsIgnoreCase(row.dllPath()))
                .toList();
        Stream<LoadedModule> same = own.stream().filter(module -> module.path().equalsIgnoreCase(row.dllPath()));
        if (own.isEmpty()) {
            gathered.missing.add(new Missing.NothingLoaded(row.name()));
        } else if (!others.isEmpty()) {
            gathered.missing.add(new Missing.OtherDllLoaded(row.name(), row.dllPath(), others));
        } else if (same.anyMatch(LoadedModule::replaced)) {
            gathered.missing.add(new Missing.FileReplaced(row.dllPath()));
        } else {
            gathered.evidence.add(new Evidence.DllLoaded(row.dllPath()));
        }
    }
}
