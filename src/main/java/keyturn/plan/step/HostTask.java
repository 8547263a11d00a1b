package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.domain.host.ServiceName;
import keyturn.domain.host.StartType;

/**
 * What is done on the host of a server: one kind for each host script, with what that script is told. Each script looks first and
 * does nothing where it is so already, so that it may be sent again after a lost answer.
 */
public sealed interface HostTask {

    /** Of what it tells: what a later task says of the same thing is true instead. */
    default String subject() {
        return switch (this) {
            case StopService stop -> service(stop.name());
            case StartService start -> service(start.name());
            case RestartService restart -> service(restart.name());
            case SetStartType set -> "start type " + set.name();
            case CopyFolder copy -> "folder " + copy.to();
            case RenameFolder rename -> "folder " + rename.to();
            case DeleteFolder delete -> "folder " + delete.path();
            case ExportRegistry export -> "file " + export.to();
            case MergeRegistry merge -> "registry";
            case UninstallProgram program -> "program " + program.product();
            case InstallMsi install -> "program " + install.msi();
            case ExtractDll extract -> "file " + extract.to();
            case PlaceFile place -> "file " + place.to();
            case CheckFile check -> "file " + check.path();
        };
    }

    private static String service(ServiceName name) {
        return "service " + name;
    }

    /** Nothing that is there is overwritten; each copied file is compared with its source. */
    record CopyFolder(HostPath from, HostPath to) implements HostTask {}

    /** Writes the connector's registry tree with its permissions into a file. */
    record ExportRegistry(HostPath to) implements HostTask {}

    /** Adds what is missing in the connector's registry tree; what is there stays as it is. */
    record MergeRegistry(HostPath from) implements HostTask {}

    /** @param limit how long the service may take */
    record StopService(ServiceName name, Duration limit) implements HostTask {}

    /**
     * @param dependents services to be started after it, where they are installed and not disabled
     * @param limit how long each may take
     */
    record StartService(ServiceName name, List<ServiceName> dependents, Duration limit) implements HostTask {
        public StartService {
            dependents = List.copyOf(dependents);
        }
    }

    /** @param limit how long stop and start may take together */
    record RestartService(ServiceName name, Duration limit) implements HostTask {}

    record SetStartType(ServiceName name, StartType type) implements HostTask {}

    /** @param log that Windows Installer writes on the host */
    record UninstallProgram(ProductCode product, HostPath log) implements HostTask {}

    /**
     * @param hash of the MSI; empty: its signature alone is looked at
     * @param log that Windows Installer writes on the host
     */
    record InstallMsi(HostPath msi, Optional<FileHash> hash, HostPath log) implements HostTask {}

    /**
     * Takes the DLL out of an MSI without installing anything.
     *
     * @param hash of the MSI; empty: its signature alone is looked at
     * @param to where the DLL lies afterwards
     */
    record ExtractDll(HostPath msi, Optional<FileHash> hash, DllPath to) implements HostTask {}

    /** @param hash of the file; empty: the copy is compared with its source alone */
    record PlaceFile(HostPath from, DllPath to, Optional<FileHash> hash) implements HostTask {}

    record RenameFolder(HostPath from, HostPath to) implements HostTask {}

    /** @param expected the hashes of the files that it holds; empty: the folder was not read */
    record DeleteFolder(HostPath path, List<FileHash> expected) implements HostTask {
        public DeleteFolder {
            expected = List.copyOf(expected);
        }
    }

    /**
     * Looks whether the file is the one that was planned, signed, and readable by the service account.
     *
     * @param version empty: any
     * @param hash empty: any
     * @param account that the engine runs as; empty where nobody knows
     */
    record CheckFile(DllPath path, Optional<FileVersion> version, Optional<FileHash> hash, Optional<String> account)
            implements HostTask {}
}
