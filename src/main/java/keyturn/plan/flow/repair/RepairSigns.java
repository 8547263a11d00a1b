package keyturn.plan.flow.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.build.StartedDll;

/**
 * What shows that a provider should be registered again.
 *
 * @param gone no file lies at the path that the catalog has
 * @param unusable SQL Server would not load the file there: it is not signed, or the service account cannot read it
 * @param onDisk the version of the file there, where it is not the one of the catalog
 * @param notLoaded SQL Server runs without a DLL of the provider
 * @param waiting databases that SQL Server could not open at its last start
 */
record RepairSigns(
        Provider provider,
        boolean gone,
        boolean unusable,
        Optional<FileVersion> onDisk,
        boolean notLoaded,
        List<Database> waiting) {

    RepairSigns {
        waiting = List.copyOf(waiting);
    }

    static RepairSigns of(Inspection seen, Provider row) {
        StartedDll started = new StartedDll(seen, row);
        Optional<HostSight.File> file = SeenOnHost.in(seen).flatMap(host -> host.file(row.dllPath()));
        boolean unusable = file.filter(found -> !usable(found)).isPresent();
        boolean gone = isGone(seen, row.dllPath());
        return new RepairSigns(row, gone, unusable, started.otherOnDisk(), started.isNotLoaded(), started.waiting());
    }

    /** Something is known to be wrong, whatever waits. */
    boolean any() {
        return !provider.enabled() || gone || unusable || onDisk.isPresent() || !waiting.isEmpty();
    }

    /** A repair leads out of it by all that is known: other causes keep databases closed too. */
    boolean pointsHere() {
        return onDisk.isPresent() || (notLoaded && !waiting.isEmpty());
    }

    static boolean usable(HostSight.File file) {
        return file.isSigned() && file.readable().orElse(true);
    }

    /** As the forecast has it: the DLLs that lie in the folders of providers were listed, and this is none of them. */
    private static boolean isGone(Inspection seen, String path) {
        return there(seen, path)
                .map(there -> !there)
                .orElse(seen.facts().dllFiles().value().isPresent());
    }

    /** The version of the file at this path; empty: the host was not read, or nothing lies there. */
    static Optional<FileVersion> onHost(Inspection seen, String path) {
        return version(SeenOnHost.in(seen).flatMap(host -> host.file(path)));
    }

    private static Optional<FileVersion> version(Optional<HostSight.File> file) {
        return file.flatMap(found -> parsed(found.version()));
    }

    private static Optional<FileVersion> parsed(String version) {
        try {
            return Optional.of(FileVersion.parse(version));
        } catch (InvalidValue none) {
            return Optional.empty();
        }
    }

    /** Whether a file lies there, by the host, by name, or among the DLLs that were found; empty: nobody looked. */
    static Optional<Boolean> there(Inspection seen, String path) {
        Stream<Boolean> byName = seen.facts().around().files().stream()
                .filter(file -> file.path().value().equalsIgnoreCase(path))
                .flatMap(file -> file.there().value().stream());
        Stream<Boolean> byHost = SeenOnHost.in(seen).flatMap(host -> host.file(path)).map(file -> true).stream();
        Stream<Boolean> listed = seen.facts().dllFiles().value().orElse(List.of()).stream()
                .filter(file -> file.path().value().equalsIgnoreCase(path))
                .map(file -> true);
        return Stream.of(byHost, byName, listed).flatMap(found -> found).findFirst();
    }
}
