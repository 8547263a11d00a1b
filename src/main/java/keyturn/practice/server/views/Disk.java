package keyturn.practice.server.views;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Instance;
import org.jspecify.annotations.Nullable;

/** The server's disk as far as anything on it is known: DLL files and database files, with the folders above them. */
public record Disk(Set<String> files, Set<String> folders) {

    public Disk {
        files = Set.copyOf(files);
        folders = Set.copyOf(folders);
    }

    public static Disk of(Instance instance) {
        Set<String> files = Stream.concat(
                        instance.ekm().files().stream().map(DllFile::path),
                        instance.databases().stream()
                                .flatMap(d -> d.files().stream())
                                .map(DatabaseFile::path))
                .map(p -> p.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> folders = files.stream().flatMap(Disk::above).collect(Collectors.toSet());
        return new Disk(files, folders);
    }

    private static Stream<String> above(String path) {
        return Stream.iterate(parent(path), p -> !p.isEmpty(), Disk::parent);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    /** File exists, is a folder, its folder exists: 1 or 0 each, in the order of SQL Server's own functions. */
    public @Nullable Object[] look(String path) {
        String wanted = path.toLowerCase(Locale.ROOT).replaceAll("\\\\+$", "");
        return ServerTables.row(
                number(files.contains(wanted)),
                number(folders.contains(wanted)),
                number(folders.contains(parent(wanted))));
    }

    private static int number(boolean value) {
        return value ? 1 : 0;
    }
}
