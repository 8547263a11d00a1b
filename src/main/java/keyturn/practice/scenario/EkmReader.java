package keyturn.practice.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Behaviour;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Setting;
import keyturn.practice.server.state.Settings;

/** DLL files, providers, the vault. */
final class EkmReader {

    private static final Pattern PATH = Pattern.compile("[A-Z]:\\\\[^\"<>|?*/]{1,250}\\.dll");
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern API = Pattern.compile("\\d{1,2}\\.\\d{1,2}");
    private static final int EXPORTS = 17;

    private final List<DllFile> files;
    /** Files that the process may have loaded, and that lie there no more. */
    private final Set<String> gone = new HashSet<>();

    private final List<Provider> providers;
    private final Map<Integer, String> loaded = new HashMap<>();
    private final Map<Integer, LocalDate> loadedDate = new HashMap<>();
    private final Behaviour behaviour;
    private final LocalDateTime now;

    EkmReader(Entry root, Behaviour behaviour, LocalDateTime now) {
        this.behaviour = behaviour;
        this.now = now;
        this.files = root.each("dlls", this::file);
        List<Provider> read = new ArrayList<>();
        root.each("providers", e -> read.add(provider(e, read.size() + 1)));
        this.providers = read;
    }

    /**
     * What the catalog says enabled is loaded, as after a start, unless {@code loadedDll} names another; the catalog's {@code version}
     * may be that of a former file; a file may be {@code gone} while the process still holds it, or be of
     * another day ({@code loadedDate}) than what lies there by now. The way to
     * vaults and the registry are still to come.
     */
    Ekm read(Settings settings) {
        List<LoadedDll> loaded = providers.stream()
                .filter(p -> p.enabled() && settings.running(Setting.EKM))
                .filter(this::wouldLoad)
                .map(this::loaded)
                .toList();
        List<DllFile> lying =
                files.stream().filter(file -> !gone.contains(file.path())).toList();
        return new Ekm(
                providers, lying, loaded, KeyVault.NOWHERE, new KeyRegistry(true, Map.of()), List.of(), behaviour);
    }

    /** Not one that was replaced before the last start, where such a start takes no other version than the catalog's. */
    private boolean wouldLoad(Provider provider) {
        return loaded.containsKey(provider.id())
                || !behaviour.versionMustMatch()
                || files.stream()
                        .filter(file -> file.path().equalsIgnoreCase(provider.path()))
                        .anyMatch(file -> file.version().equals(provider.version()));
    }

    /** What the catalog says, or what the file says is still loaded from before. */
    private LoadedDll loaded(Provider provider) {
        String path = loaded.getOrDefault(provider.id(), provider.path());
        DllFile file = files.stream()
                .filter(f -> f.path().equalsIgnoreCase(path))
                .findFirst()
                .orElseThrow();
        return new LoadedDll(
                provider.id(), file.path(), file.version(), loadedDate.getOrDefault(provider.id(), file.date()));
    }

    private DllFile file(Entry dll) {
        LocalDate date = day(dll, "date");
        String path = dll.text("path", PATH, "an absolute Windows path that ends in .dll");
        if (dll.flag("gone", false)) {
            gone.add(path);
        }
        return new DllFile(
                path,
                ProductVersion.of(dll.text("version", ScenarioReader.VERSION, "four numbers with dots between")),
                UUID.fromString(dll.text("guid", GUID, "a GUID")),
                date,
                dll.has("placedBefore") ? now.minus(dll.before("placedBefore")) : DllFile.built(date),
                dll.number("size", 1, 1_000_000_000, 7_340_032),
                dll.text("friendlyName", "Azure Key Vault EKM provider"),
                dll.flag("signed", true),
                dll.flag("loadable", true),
                dll.number("missingExport", 0, EXPORTS, 0),
                dll.number("initializeCode", 0, 9999, 0),
                dll.number("propertiesCode", 0, 9999, 0),
                dll.has("api") ? dll.text("api", API, "two numbers with a dot between") : DllFile.API);
    }

    private static LocalDate day(Entry of, String key) {
        String text = of.text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw of.fault(key, "'" + key + "' must be a day such as 2024-11-09, not '" + text + "'");
        }
    }

    private Provider provider(Entry entry, int id) {
        DllFile file = dll(entry, "dll");
        if (entry.has("loadedDll")) {
            loaded.put(id, dll(entry, "loadedDll").path());
        }
        if (entry.has("loadedDate")) {
            loadedDate.put(id, day(entry, "loadedDate"));
        }
        ProductVersion version = entry.has("version")
                ? ProductVersion.of(entry.text("version", ScenarioReader.VERSION, "four numbers with dots between"))
                : file.version();
        return new Provider(id, entry.text("name"), file.guid(), file.path(), version, entry.flag("enabled", true));
    }

    private DllFile dll(Entry entry, String key) {
        String path = entry.text(key);
        return files.stream()
                .filter(f -> f.path().equalsIgnoreCase(path))
                .findFirst()
                .orElseThrow(
                        () -> entry.fault(key, "the provider names the DLL '" + path + "', which is not among 'dlls'"));
    }
}
