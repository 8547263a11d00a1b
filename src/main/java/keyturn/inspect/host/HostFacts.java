package keyturn.inspect.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.Inspection.Provider;

/** Looks at the host where a look at SQL Server points to it: the folders of its connectors, and the account that it runs as. */
public final class HostFacts {

    private static final String SOURCE = "look-host";
    /** No whole drive is read. */
    private static final int ROOT = 3;

    private HostFacts() {}

    /** @param paths files that matter beside those of the server */
    public static Inspection added(Optional<HostReader> door, Inspection seen, List<DllPath> paths) {
        return door.map(reader -> seen.withHost(
                        reader.look(folders(seen, paths), account(seen)).fact(SOURCE)))
                .orElse(seen);
    }

    private static Optional<String> account(Inspection seen) {
        return seen.facts().around().serviceAccount().value();
    }

    private static List<String> folders(Inspection seen, List<DllPath> paths) {
        Stream<String> registered =
                seen.facts().providers().value().orElse(List.of()).stream().map(Provider::dllPath);
        Stream<String> loaded =
                seen.facts().loadedModules().value().orElse(List.of()).stream().map(LoadedModule::path);
        List<String> folders = Stream.of(registered, loaded, paths.stream().map(DllPath::value))
                .flatMap(all -> all)
                .map(HostFacts::folder)
                .filter(folder -> folder.length() > ROOT)
                .distinct()
                .toList();
        return folders.stream()
                .filter(one -> folders.stream().noneMatch(other -> isBelow(one, other)))
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    /** What lies below another one is read with it. */
    private static boolean isBelow(String folder, String other) {
        return folder.toLowerCase(Locale.ROOT).startsWith(other.toLowerCase(Locale.ROOT) + "\\");
    }
}
