package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.plan.build.SeenOnHost;

/** Connector DLLs on a server that a provider may go back to. */
public record FormerDlls(Inspection seen, Inspection.Provider provider) {

    /** Those that lie there, are not registered, and are not known to be newer than the registered one. */
    public List<DllPath> all() {
        return seen.facts().dllFiles().value().orElse(List.of()).stream()
                .map(DllFile::path)
                .filter(path -> !path.value().equalsIgnoreCase(provider.dllPath()))
                .filter(path -> !isNewer(path))
                .toList();
    }

    private boolean isNewer(DllPath path) {
        Optional<FileVersion> version =
                onHost(seen, path).or(() -> NewBuild.proposed(path).version());
        Optional<FileVersion> present = LaneChecks.parsed(provider.version());
        return version.isPresent() && present.isPresent() && version.get().compareTo(present.get()) > 0;
    }

    /** The version of the file at this path; empty: the host was not read, or nothing lies there. */
    public static Optional<FileVersion> onHost(Inspection seen, DllPath path) {
        return SeenOnHost.in(seen)
                .flatMap(host -> host.file(path.value()))
                .flatMap(file -> LaneChecks.parsed(file.version()));
    }
}
