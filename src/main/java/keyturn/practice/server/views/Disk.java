package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Instance;
import org.jspecify.annotations.Nullable;

/**
 * The server's disk as far as anything on it is known: DLL files, database files and backups, with the folders above
 * them, and the folder that backups go to by default.
 *
 * @param files by path in lower case; Windows does not tell case apart
 * @param folders likewise, with the path as first written
 */
public record Disk(Map<String, Stored> files, Map<String, String> folders) {

    private static final int PAGE = 8192;

    public Disk {
        files = Map.copyOf(files);
        folders = Map.copyOf(folders);
    }

    /** A file; size in bytes, instants UTC. */
    public record Stored(String path, long size, LocalDateTime created, LocalDateTime written) {}

    /**
     * Something in a folder.
     *
     * @param level 1 right in it
     */
    public record Found(String path, int level, @Nullable Stored file) {
        public String name() {
            return path.substring(path.lastIndexOf('\\') + 1);
        }

        public String parent() {
            return Disk.parent(path);
        }
    }

    public static Disk of(Instance instance) {
        Map<String, Stored> files = new LinkedHashMap<>();
        Map<String, String> folders = new LinkedHashMap<>();
        Stream.of(
                        instance.ekm().files().stream().map(Disk::stored),
                        instance.databases().stream().flatMap(Disk::stored),
                        instance.history().backups().stream()
                                .filter(b -> b.device().indexOf('\\') > 0)
                                .map(Disk::stored))
                .flatMap(all -> all)
                .forEach(file -> {
                    files.putIfAbsent(key(file.path()), file);
                    above(file.path()).forEach(folder -> folders.putIfAbsent(key(folder), folder));
                });
        String backups = instance.identity().folder() + "\\Backup";
        Stream.concat(Stream.of(backups), above(backups)).forEach(folder -> folders.putIfAbsent(key(folder), folder));
        return new Disk(files, folders);
    }

    private static Stored stored(DllFile file) {
        return new Stored(file.path(), file.size(), file.created(), file.written());
    }

    private static Stream<Stored> stored(Database database) {
        return database.files().stream()
                .map(f -> new Stored(f.path(), (long) f.pages() * PAGE, database.created(), database.created()));
    }

    private static Stored stored(BackupRecord backup) {
        return new Stored(backup.device(), backup.pages() * PAGE, backup.finished(), backup.finished());
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static Stream<String> above(String path) {
        return Stream.iterate(parent(path), p -> !p.isEmpty(), Disk::parent);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    /** Without the backslashes at its end. */
    private static String plain(String path) {
        return path.replaceAll("\\\\+$", "");
    }

    /** File exists, is a folder, its folder exists: 1 or 0 each, in the order of SQL Server's own functions. */
    public @Nullable Object[] look(String path) {
        String wanted = key(plain(path));
        return ServerTables.row(
                number(files.containsKey(wanted)),
                number(folders.containsKey(wanted)),
                number(folders.containsKey(parent(wanted))));
    }

    private static int number(boolean value) {
        return value ? 1 : 0;
    }

    /** All that lies in a folder and below it, each folder before what it holds. */
    public List<Found> below(String folder) {
        String root = plain(folder) + "\\";
        Map<String, Found> found = new TreeMap<>();
        folders.values().stream()
                .filter(p -> under(p, root))
                .forEach(p -> found.put(key(p), new Found(p, level(p, root), null)));
        files.values().stream()
                .filter(f -> under(f.path(), root))
                .forEach(f -> found.put(key(f.path()), new Found(f.path(), level(f.path(), root), f)));
        return List.copyOf(found.values());
    }

    private static boolean under(String path, String root) {
        return key(path).startsWith(key(root));
    }

    private static int level(String path, String root) {
        return path.substring(root.length()).split("\\\\").length;
    }
}
