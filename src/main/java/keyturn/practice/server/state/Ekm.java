package keyturn.practice.server.state;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.types.Prevailing;

/**
 * Extensible key management: what is registered, what lies on disk, what is loaded, and what the loaded meets.
 *
 * @param sessions those that hold what they were opened with: of clients, and of the engine after ALTER CREDENTIAL
 */
public record Ekm(
        List<Provider> providers,
        List<DllFile> files,
        List<LoadedDll> loaded,
        KeyVault vault,
        KeyRegistry registry,
        List<ProviderSession> sessions,
        Behaviour behaviour) {

    public Ekm {
        providers = List.copyOf(providers);
        files = List.copyOf(files);
        loaded = List.copyOf(loaded);
        sessions = List.copyOf(sessions);
    }

    public Optional<Provider> provider(String name) {
        return providers.stream()
                .filter(p -> Prevailing.server().same(p.name(), name))
                .findFirst();
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

    /** What the loaded build of a provider can do; of one that is not loaded, what its file in the catalog can. */
    public ConnectorBuild build(int providerId) {
        return loadedFor(providerId)
                .map(LoadedDll::build)
                .or(() -> provider(providerId).map(this::build))
                .orElseThrow();
    }

    /** Of a provider whose file is gone only the version is known: the oldest build that it may be. */
    private ConnectorBuild build(Provider provider) {
        return new ConnectorBuild(
                provider.version(), file(provider.path()).map(DllFile::date).orElse(LocalDate.MIN));
    }

    /** How long whoever asks a vault waits for it: as long as the most patient of the builds that are loaded. */
    public Patience patience(BooleanSupplier calledOff) {
        int again = loaded.stream().mapToInt(l -> l.build().retries()).max().orElse(0);
        return new Patience(Duration.ofSeconds(behaviour.vaultSeconds()), again, calledOff);
    }

    public Ekm providers(List<Provider> now) {
        return new Ekm(now, files, loaded, vault, registry, sessions, behaviour);
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

    public Ekm files(List<DllFile> now) {
        return new Ekm(providers, now, loaded, vault, registry, sessions, behaviour);
    }

    public Ekm loaded(List<LoadedDll> now) {
        return new Ekm(providers, files, now, vault, registry, sessions, behaviour);
    }

    public Ekm with(KeyVault now) {
        return new Ekm(providers, files, loaded, now, registry, sessions, behaviour);
    }

    public Ekm with(KeyRegistry now) {
        return new Ekm(providers, files, loaded, vault, now, sessions, behaviour);
    }

    public Ekm sessions(List<ProviderSession> now) {
        return new Ekm(providers, files, loaded, vault, registry, now, behaviour);
    }

    public Ekm with(Behaviour now) {
        return new Ekm(providers, files, loaded, vault, registry, sessions, now);
    }

    public Ekm showing(KeySids sids) {
        return with(behaviour.showing(sids));
    }

    /** The session that somebody holds, if it was opened by this provider. */
    public Optional<ProviderSession> sessionOf(int spid, int providerId) {
        return sessions.stream()
                .filter(s -> s.spid() == spid && s.provider() == providerId)
                .findFirst();
    }

    /** The one that somebody holds by a credential. */
    public Optional<ProviderSession> heldBy(int spid, Credential credential) {
        return sessions.stream()
                .filter(s -> s.spid() == spid && s.credential() == credential.id())
                .findFirst();
    }

    public Ekm with(ProviderSession session) {
        List<ProviderSession> now = new ArrayList<>(sessions);
        now.add(session);
        return sessions(now);
    }

    /** Somebody's sessions end. */
    public Ekm without(int spid) {
        boolean none = sessions.stream().noneMatch(s -> s.spid() == spid);
        return none
                ? this
                : sessions(sessions.stream().filter(s -> s.spid() != spid).toList());
    }

    public int nextProviderId() {
        return providers.stream().mapToInt(Provider::id).max().orElse(0) + 1;
    }
}
