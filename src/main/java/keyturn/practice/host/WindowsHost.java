package keyturn.practice.host;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Provider;

/** The whole host. One call at a time changes it: whoever uses its parts holds its lock. */
public final class WindowsHost {

    private static final String PACKAGES = "C:\\Install";
    static final String RUNTIME = "VC_redist.x64.exe";
    private static final String NEWEST = "15.0.2000.440";
    private static final LocalDate NEWEST_DAY = LocalDate.of(2024, 11, 9);
    private static final String DOCUMENTED = "15.0.300.96";
    private static final LocalDate DOCUMENTED_DAY = LocalDate.of(2018, 1, 30);

    private final Engine engine;
    private final HostFaults faults;
    private final HostServices services;
    private final HostDisk disk;
    private final HostRegistry registry;
    private final Installer installer;

    /**
     * A host as the SQL Server on it tells: the connector of the first provider is an installed program, and packages of the
     * documented builds lie in {@code C:\Install}.
     */
    public WindowsHost(Engine engine, List<Neighbour> neighbours, HostFaults faults, Clock clock) {
        this.engine = engine;
        this.faults = faults;
        this.services = new HostServices(engine, neighbours, faults, () -> LocalDateTime.now(clock));
        this.disk = new HostDisk(
                services::locks,
                dlls -> engine.change(i -> i.with(i.ekm().files(dlls))),
                () -> !faults.has(HostFaults.UNREADABLE),
                clock);
        this.registry = new HostRegistry(engine);
        this.installer = new Installer(disk, faults, registry::lose);
        furnish(engine.instance());
    }

    private void furnish(Instance instance) {
        List<DllFile> dlls = instance.ekm().files();
        dlls.forEach(dll -> disk.found(new HostFile(dll.path(), new HostFile.Dll(dll), dll.written(), true)));
        Optional<DllFile> registered = instance.ekm().providers().stream()
                .map(Provider::path)
                .flatMap(path -> instance.ekm().file(path).stream())
                .findFirst();
        registered.ifPresent(dll -> {
            installer.found(new Installer.Program(new ConnectorPackage(dll), HostDisk.parent(dll.path()), dll.date()));
            lay(new ConnectorPackage(dll));
        });
        UUID guid = registered.map(DllFile::guid).orElse(new UUID(0, 0));
        lay(new ConnectorPackage(build(dlls, guid, NEWEST, NEWEST_DAY)));
        lay(new ConnectorPackage(build(dlls, guid, DOCUMENTED, DOCUMENTED_DAY)));
        if (!hasRuntime()) {
            disk.found(new HostFile(
                    PACKAGES + "\\" + RUNTIME, new HostFile.RuntimeInstaller(), DllFile.built(NEWEST_DAY), true));
        }
    }

    private void lay(ConnectorPackage connector) {
        String path = PACKAGES + "\\" + connector.fileName();
        if (!disk.exists(path)) {
            disk.found(new HostFile(
                    path, new HostFile.Msi(connector), connector.dll().written(), true));
        }
    }

    /** One that is on the host already is what the package holds too, with all that is wrong about it here. */
    private static DllFile build(List<DllFile> dlls, UUID guid, String version, LocalDate day) {
        return dlls.stream()
                .filter(dll ->
                        dll.version().toString().equals(version) && dll.date().equals(day))
                .findFirst()
                .orElseGet(() -> new DllFile(
                        ConnectorPackage.FOLDER + "\\Microsoft.AzureKeyVaultService.EKM.dll",
                        ProductVersion.of(version),
                        guid,
                        day,
                        DllFile.built(day),
                        7_340_032,
                        "Azure Key Vault EKM provider",
                        true,
                        true,
                        0,
                        0,
                        0,
                        DllFile.API));
    }

    Engine engine() {
        return engine;
    }

    HostFaults faults() {
        return faults;
    }

    HostServices services() {
        return services;
    }

    HostDisk disk() {
        return disk;
    }

    HostRegistry registry() {
        return registry;
    }

    Installer installer() {
        return installer;
    }

    String account() {
        return engine.instance().identity().serviceAccount();
    }

    /** The Visual C++ runtime of 2015 and later is there, unless the server cannot load a DLL for the want of it. */
    boolean hasRuntime() {
        return engine.instance().ekm().files().stream().allMatch(DllFile::loadable);
    }
}
