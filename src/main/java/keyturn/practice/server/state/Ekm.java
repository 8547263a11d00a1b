package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Extensible key management: what is registered, what lies on disk, what is loaded.
 *
 * @param fromFileLeavesDisabled the unconfirmed behaviour in which FROM FILE, a failed one too, ends with the provider
 *     disabled; else it ends as it began
 */
public record Ekm(
        List<Provider> providers,
        List<DllFile> files,
        List<LoadedDll> loaded,
        Vault vault,
        boolean fromFileLeavesDisabled) {

    public Ekm {
        providers = List.copyOf(providers);
        files = List.copyOf(files);
        loaded = List.copyOf(loaded);
    }

    public Optional<Provider> provider(String name) {
        return providers.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    public Optional<Provider> provider(int id) {
        return providers.stream().filter(p -> p.id() == id).findFirst();
    }

    public Optional<Provider> provider(UUID guid) {
        return providers.stream().filter(p -> p.guid().equals(guid)).findFirst();
    }

    /** The file at a path; Windows does not tell case apart. */
    public Optional<DllFile> file(String path) {
        return files.stream().filter(f -> f.path().equalsIgnoreCase(path)).findFirst();
    }

    /** What serves a provider now. */
    public Optional<LoadedDll> loadedFor(int providerId) {
        return loaded.stream().filter(l -> l.providerId() == providerId).findFirst();
    }

    public Ekm providers(List<Provider> now) {
        return new Ekm(now, files, loaded, vault, fromFileLeavesDisabled);
    }

    /** With the provider of the same id replaced, or added where there is none. */
    public Ekm with(Provider provider) {
        List<Provider> now = new ArrayList<>(providers);
        now.replaceAll(p -> p.id() == provider.id() ? provider : p);
        if (!now.contains(provider)) {
            now.add(provider);
        }
        return providers(now);
    }

    public Ekm loaded(List<LoadedDll> now) {
        return new Ekm(providers, files, now, vault, fromFileLeavesDisabled);
    }

    public int nextProviderId() {
        return providers.stream().mapToInt(Provider::id).max().orElse(0) + 1;
    }
}
