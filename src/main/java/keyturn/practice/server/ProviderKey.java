package keyturn.practice.server;

import keyturn.practice.server.state.ConnectorBuild;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderCode;
import keyturn.practice.server.state.VaultKey;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Bytes;

/**
 * A key of a provider that is opened or made for a statement, and registered as the connector does it.
 *
 * @param name in the provider
 */
record ProviderKey(Turn turn, Provider provider, KeyVault.Session session, String name) {

    private static final int OTHER_URI = 2057;
    private static final int NO_REGISTRY = 2058;
    private static final int NOT_SUPPORTED = 3;

    /** A key with its thumbprint as the loaded build makes it. */
    record Opened(VaultKey key, Bytes thumbprint) {}

    /** @throws SqlError 33049 with the code of what stands in the way */
    Opened open() {
        demand(build().refusesName(name));
        demandRegistry();
        return switch (session.key(name)) {
            case KeyVault.Refused<VaultKey> r -> throw VaultDoor.noKey(turn.instance(), "name", name, r.code());
            case KeyVault.Found<VaultKey> f -> registered(f.value());
        };
    }

    /** @throws SqlError 33035 with the code of what stands in the way; 33049 where the registry does */
    Opened make(int bits) {
        if (!ekm().behaviour().makesKeys()) {
            throw notMade(NOT_SUPPORTED);
        }
        demandRegistry();
        return switch (session.make(name, bits)) {
            case KeyVault.Refused<VaultKey> r -> throw notMade(r.code());
            case KeyVault.Found<VaultKey> f -> registered(f.value());
        };
    }

    private SqlError notMade(int code) {
        String text = Messages.text(33035, name, code, ProviderCode.tail(code));
        return new SqlError(33035, 16, 1, 0, VaultDoor.ofVersion(turn.instance(), text));
    }

    private Ekm ekm() {
        return turn.instance().ekm();
    }

    private ConnectorBuild build() {
        return ekm().loadedFor(provider.id()).map(LoadedDll::build).orElseThrow(() -> Messages.error(33030, 1));
    }

    private void demand(int code) {
        if (code != 0) {
            throw VaultDoor.noKey(turn.instance(), "name", name, code);
        }
    }

    private void demandRegistry() {
        demand(build().shortThumbprints() || ekm().registry().writable() ? 0 : NO_REGISTRY);
    }

    private Opened registered(VaultKey key) {
        demand(build().refuses(key));
        Bytes thumbprint = build().thumbprint(key);
        if (!build().shortThumbprints()) {
            boolean other = ekm().registry()
                    .uri(thumbprint)
                    .filter(uri -> !uri.equalsIgnoreCase(key.uri()))
                    .isPresent();
            demand(other ? OTHER_URI : 0);
            turn.change(i -> i.with(i.ekm().with(i.ekm().registry().with(thumbprint, key.uri()))));
        }
        return new Opened(key, thumbprint);
    }
}
