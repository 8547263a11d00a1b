package keyturn.practice.host;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.ProductVersion;

/** The Windows installer, with the exit codes of {@code msiexec.exe}. A file in use is replaced at the next start of Windows. */
final class Installer {

    static final int DONE = 0;
    static final int RESTART = 3010;
    static final int UNKNOWN_PRODUCT = 1605;
    private static final int NO_PACKAGE = 1619;
    private static final int OTHER_VERSION = 1638;
    private static final List<Integer> DID_ITS_WORK = List.of(0, 1641, RESTART);
    private static final Comparator<ProductVersion> ORDER = Comparator.comparingInt(ProductVersion::major)
            .thenComparingInt(ProductVersion::minor)
            .thenComparingInt(ProductVersion::build)
            .thenComparingInt(ProductVersion::revision);

    private final HostDisk disk;
    private final HostFaults faults;
    private final Runnable loseRegistry;
    private final List<Program> programs = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();

    /** An installed program, with the package that it came from. */
    record Program(ConnectorPackage connector, String folder, LocalDate installed) {
        String dll() {
            String path = connector.dll().path();
            return folder + path.substring(path.lastIndexOf('\\'));
        }
    }

    Installer(HostDisk disk, HostFaults faults, Runnable loseRegistry) {
        this.disk = disk;
        this.faults = faults;
        this.loseRegistry = loseRegistry;
    }

    void found(Program program) {
        programs.add(program);
    }

    List<Program> programs() {
        return List.copyOf(programs);
    }

    /** {@code PendingFileRenameOperations}. */
    List<String> pending() {
        return List.copyOf(pending);
    }

    int uninstall(String productCode) {
        OptionalInt struck = struck("uninstall");
        if (struck.isPresent()) {
            return struck.getAsInt();
        }
        Optional<Program> program = programs.stream()
                .filter(p -> p.connector().productCode().equalsIgnoreCase(productCode))
                .findFirst();
        if (program.isEmpty()) {
            return UNKNOWN_PRODUCT;
        }
        programs.remove(program.get());
        if (faults.has(HostFaults.REGISTRY)) {
            loseRegistry.run();
        }
        return ended("uninstall", removed(program.get()) ? DONE : RESTART);
    }

    private boolean removed(Program program) {
        try {
            if (disk.exists(program.dll())) {
                disk.remove(program.dll());
            }
            if (disk.isFolder(program.folder()) && disk.below(program.folder()).isEmpty()) {
                disk.remove(program.folder());
            }
            return true;
        } catch (HostError inUse) {
            pending.add("\\??\\" + program.dll());
            return false;
        }
    }

    int install(String msi) {
        OptionalInt struck = struck("install");
        if (struck.isPresent()) {
            return struck.getAsInt();
        }
        Optional<ConnectorPackage> opened = opened(msi);
        if (opened.isEmpty()) {
            return NO_PACKAGE;
        }
        ConnectorPackage connector = opened.get();
        boolean same =
                programs.stream().anyMatch(p -> p.connector().productCode().equals(connector.productCode()));
        if (!same && !programs.isEmpty()) {
            return OTHER_VERSION;
        }
        if (!same) {
            programs.add(
                    new Program(connector, ConnectorPackage.FOLDER, disk.now().toLocalDate()));
        }
        return ended("install", laid(connector.dll()) ? DONE : RESTART);
    }

    /** A file of the same or a newer version stays, as the installer's own rules for files have it. */
    private boolean laid(DllFile dll) {
        String to = ConnectorPackage.FOLDER + dll.path().substring(dll.path().lastIndexOf('\\'));
        Optional<HostFile> there = disk.file(to);
        if (there.filter(file -> !older(file, dll)).isPresent()) {
            return true;
        }
        try {
            disk.lay(to, new HostFile.Dll(dll), dll.written());
            return true;
        } catch (HostError inUse) {
            pending.add("\\??\\" + to);
            return false;
        }
    }

    private static boolean older(HostFile file, DllFile than) {
        return switch (file.content()) {
            case HostFile.Dll dll -> ORDER.compare(dll.dll().version(), than.version()) < 0;
            case HostFile.Msi msi -> true;
            case HostFile.RuntimeInstaller runtime -> true;
            case HostFile.Text text -> true;
        };
    }

    /** {@code msiexec /a}: the files as they would lie, below a folder. */
    int extract(String msi, String folder) {
        OptionalInt struck = struck("extract");
        if (struck.isPresent()) {
            return struck.getAsInt();
        }
        Optional<ConnectorPackage> opened = opened(msi);
        if (opened.isEmpty()) {
            return NO_PACKAGE;
        }
        DllFile dll = opened.get().dll();
        String to = folder + "\\" + ConnectorPackage.NAME
                + dll.path().substring(dll.path().lastIndexOf('\\'));
        disk.lay(to, new HostFile.Dll(dll), dll.written());
        disk.put(disk.known(msi).at(folder + "\\" + opened.get().fileName()));
        return ended("extract", DONE);
    }

    private Optional<ConnectorPackage> opened(String msi) {
        return disk.file(msi).flatMap(file -> switch (file.content()) {
            case HostFile.Msi known -> Optional.of(known.connector());
            case HostFile.Dll dll -> Optional.empty();
            case HostFile.RuntimeInstaller runtime -> Optional.empty();
            case HostFile.Text text -> Optional.empty();
        });
    }

    /** The code of a fault that keeps the installer from its work. */
    private OptionalInt struck(String what) {
        OptionalInt code = faults.msi(what);
        return code.isPresent() && !DID_ITS_WORK.contains(code.getAsInt()) ? code : OptionalInt.empty();
    }

    private int ended(String what, int code) {
        return faults.msi(what).orElse(code);
    }
}
