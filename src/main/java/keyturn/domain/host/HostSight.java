package keyturn.domain.host;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was seen on the Windows host of a server, read by one script.
 *
 * @param services of every SQL Server on the host, and of connectors that have one
 * @param programs installed connectors
 * @param files DLLs and packages in the folders that were asked for
 * @param registry the connector's keys; empty: there are none
 * @param runtimes installed Visual C++ runtimes
 * @param dotNet release number of .NET Framework; empty: there is none of version 4.5 or later
 * @param pending files that Windows moves or deletes at its next start
 * @param events of the connector, the newest first
 */
public record HostSight(
        String computer,
        List<Service> services,
        List<Program> programs,
        List<File> files,
        Optional<Registry> registry,
        List<VisualCpp> runtimes,
        Optional<Integer> dotNet,
        List<String> pending,
        List<Event> events) {

    public HostSight {
        services = List.copyOf(services);
        programs = List.copyOf(programs);
        files = List.copyOf(files);
        runtimes = List.copyOf(runtimes);
        pending = List.copyOf(pending);
        events = List.copyOf(events);
    }

    /** Windows does not tell case apart. */
    public Optional<File> file(String path) {
        return files.stream().filter(file -> file.path().equalsIgnoreCase(path)).findFirst();
    }

    /** The SQL Servers that have a DLL of this folder, or of one below it, loaded. */
    public List<Service> using(String folder) {
        String within = folder.toLowerCase(Locale.ROOT) + "\\";
        return services.stream()
                .filter(service -> service.modules().stream()
                        .anyMatch(path -> path.toLowerCase(Locale.ROOT).startsWith(within)))
                .toList();
    }

    /**
     * A service.
     *
     * @param state as Windows says it: {@code Running}, {@code Stopped}, {@code Stop Pending} …
     * @param startType empty for one of another kind, such as that of a driver
     * @param dependents what Windows stops with it
     * @param modules connector DLLs that its process has loaded
     */
    public record Service(
            ServiceName name,
            String displayName,
            String state,
            Optional<StartType> startType,
            String account,
            List<Dependent> dependents,
            List<String> modules) {
        public Service {
            dependents = List.copyOf(dependents);
            modules = List.copyOf(modules);
        }
    }

    /** A service that depends on another one, and its state. */
    public record Dependent(ServiceName name, String state) {}

    /**
     * An installed program.
     *
     * @param version as Programs and Features shows it, which is not that of the DLL
     */
    public record Program(String name, String version, ProductCode product, Optional<LocalDate> installed) {}

    /**
     * A file.
     *
     * @param version of the file itself; 0.0.0.0 for a package
     * @param signature as Get-AuthenticodeSignature says it: {@code Valid} …
     * @param readable for the account that SQL Server runs as; empty: a group decides whose members were not looked at
     */
    public record File(
            String path,
            String version,
            Instant written,
            long bytes,
            FileHash hash,
            String signature,
            Optional<String> signer,
            Optional<Boolean> readable) {

        public boolean isSigned() {
            return signature.equals("Valid");
        }
    }

    /**
     * The connector's registry keys.
     *
     * @param sddl the access list of the topmost one
     * @param writable for the account that SQL Server runs as; empty as above
     */
    public record Registry(String sddl, Optional<Boolean> writable, List<KeyUri> uris) {
        public Registry {
            uris = List.copyOf(uris);
        }
    }

    /** Which vault key a thumbprint stands for. */
    public record KeyUri(String thumbprint, String uri) {}

    /** @param family 12.0 is that of Visual Studio 2013, 14.0 that of 2015 and all later ones */
    public record VisualCpp(String family, String version) {}

    /** An entry of the Application log. */
    public record Event(Instant at, int id, String level, String message) {}
}
