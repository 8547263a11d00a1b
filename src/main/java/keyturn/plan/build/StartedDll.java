package keyturn.plan.build;

import java.util.List;
import java.util.Optional;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.LoadedConnector;

/** With which DLL of a provider SQL Server started, beside the one that lies at the path of the catalog. */
public record StartedDll(Inspection seen, Provider provider) {

    private static final String WAITING = "RECOVERY_PENDING";

    /** The version of the file at the path of the catalog, where it is not the one that is registered. */
    public Optional<FileVersion> otherOnDisk() {
        return onDisk().filter(version -> !registered(provider).equals(Optional.of(version)));
    }

    /** The version of the file at the path of the catalog; empty: the host was not read, or nothing lies there. */
    private Optional<FileVersion> onDisk() {
        return SeenOnHost.in(seen)
                .flatMap(host -> host.file(provider.dllPath()))
                .map(HostSight.File::version)
                .flatMap(StartedDll::parsed);
    }

    /** The version that the catalog has. */
    public static Optional<FileVersion> registered(Provider provider) {
        return parsed(provider.version());
    }

    /** SQL Server runs without a DLL of the provider, though that is enabled. */
    public boolean isNotLoaded() {
        return provider.enabled()
                && seen.facts().loadedModules().value().isPresent()
                && LoadedConnector.modulesOf(seen.facts(), provider.name()).isEmpty();
    }

    /** Databases that need the provider and that SQL Server could not open at its last start. */
    public List<Database> waiting() {
        return waiting(ConcernedDatabases.of(seen, provider).notOpen());
    }

    /** Of these, the ones that SQL Server tried to open and could not. */
    public static List<Database> waiting(List<Database> closed) {
        return closed.stream()
                .filter(database -> database.state().equals(WAITING))
                .toList();
    }

    /** The version of the file that SQL Server started without, since another one is registered; empty where that is not known. */
    public Optional<FileVersion> startedWithout() {
        return otherOnDisk().filter(version -> isNotLoaded() && !waiting().isEmpty());
    }

    private static Optional<FileVersion> parsed(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }
}
