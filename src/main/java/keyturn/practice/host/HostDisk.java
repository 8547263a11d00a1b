package keyturn.practice.host;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import keyturn.practice.server.state.DllFile;

/** Files and folders. Whoever changes it holds the host's lock; Windows does not tell case apart. */
final class HostDisk {

    private final Map<String, HostFile> files = new TreeMap<>();
    private final Map<String, String> folders = new TreeMap<>();
    private final Predicate<String> locked;
    private final Consumer<List<DllFile>> onChange;
    private final BooleanSupplier forAll;
    private final Clock clock;

    /**
     * @param locked whether a process has the file at a path loaded
     * @param forAll whether everybody may read what is put somewhere
     * @param onChange told of all DLLs after each change
     */
    HostDisk(Predicate<String> locked, Consumer<List<DllFile>> onChange, BooleanSupplier forAll, Clock clock) {
        this.locked = locked;
        this.onChange = onChange;
        this.forAll = forAll;
        this.clock = clock;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static String key(String path) {
        return path.replaceAll("\\\\+$", "").toLowerCase(Locale.ROOT);
    }

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    Optional<HostFile> file(String path) {
        return Optional.ofNullable(files.get(key(path)));
    }

    HostFile known(String path) {
        return file(path).orElseThrow(() -> HostError.missing(path));
    }

    boolean isFolder(String path) {
        return folders.containsKey(key(path));
    }

    boolean exists(String path) {
        return isFolder(path) || file(path).isPresent();
    }

    /** The files below a folder, by path. */
    List<HostFile> below(String folder) {
        String root = key(folder) + "\\";
        return files.entrySet().stream()
                .filter(e -> e.getKey().startsWith(root))
                .map(Map.Entry::getValue)
                .toList();
    }

    void folder(String path) {
        for (String each = path.replaceAll("\\\\+$", ""); !each.isEmpty(); each = parent(each)) {
            folders.putIfAbsent(key(each), each);
        }
    }

    /** A file that was there before anybody looked. */
    void found(HostFile file) {
        folder(parent(file.path()));
        files.put(key(file.path()), file);
    }

    /** A file that has just come from somewhere else. */
    void lay(String path, HostFile.Content content, LocalDateTime written) {
        put(new HostFile(path, content, written, true).copied(path, now(), forAll.getAsBoolean()));
    }

    /** Puts a file where nothing is, or over another that no process has loaded. */
    void put(HostFile file) {
        if (locked.test(file.path())) {
            throw HostError.inUse(file.path());
        }
        if (isFolder(file.path())) {
            throw HostError.exists(file.path());
        }
        folder(parent(file.path()));
        files.put(key(file.path()), file);
        changed();
    }

    /** With the Visual C++ runtime that they need, Windows loads these DLLs. */
    void makeLoadable() {
        files.replaceAll((path, file) -> switch (file.content()) {
            case HostFile.Dll dll ->
                new HostFile(file.path(), new HostFile.Dll(dll.dll().thatLoads()), file.written(), file.readable());
            case HostFile.Msi msi -> file;
            case HostFile.RuntimeInstaller runtime -> file;
            case HostFile.Text text -> file;
        });
        changed();
    }

    void write(String path, String text) {
        lay(path, new HostFile.Text(text), now());
    }

    /** A file, or a folder with all that is in it. */
    void copy(String from, String to) {
        for (HostFile each : taken(from)) {
            put(each.copied(to + each.path().substring(from.length()), now(), forAll.getAsBoolean()));
        }
        if (isFolder(from)) {
            folder(to);
        }
    }

    /** Likewise, and it is gone from where it was. */
    void move(String from, String to) {
        if (exists(to)) {
            throw HostError.exists(to);
        }
        unlocked(from);
        List<HostFile> all = taken(from);
        boolean folder = isFolder(from);
        remove(from);
        all.forEach(each -> put(each.at(to + each.path().substring(from.length()))));
        if (folder) {
            folder(to);
        }
    }

    void remove(String path) {
        unlocked(path);
        String root = key(path) + "\\";
        files.keySet().removeIf(k -> k.equals(key(path)) || k.startsWith(root));
        folders.keySet().removeIf(k -> k.equals(key(path)) || k.startsWith(root));
        changed();
    }

    private void unlocked(String path) {
        taken(path).stream().map(HostFile::path).filter(locked).findFirst().ifPresent(held -> {
            throw HostError.inUse(held);
        });
    }

    private List<HostFile> taken(String path) {
        if (!exists(path)) {
            throw HostError.missing(path);
        }
        List<HostFile> taken = new ArrayList<>(below(path));
        file(path).ifPresent(taken::add);
        return taken;
    }

    private void changed() {
        onChange.accept(files.values().stream().flatMap(f -> dll(f).stream()).toList());
    }

    private static Optional<DllFile> dll(HostFile file) {
        return switch (file.content()) {
            case HostFile.Dll dll ->
                file.name().toLowerCase(Locale.ROOT).endsWith(".dll")
                        ? Optional.of(dll.dll().at(file.path(), dll.dll().created()))
                        : Optional.empty();
            case HostFile.Msi msi -> Optional.empty();
            case HostFile.RuntimeInstaller runtime -> Optional.empty();
            case HostFile.Text text -> Optional.empty();
        };
    }
}
