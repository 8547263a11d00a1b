package keyturn.practice.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Patience;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.server.state.VaultKey;
import keyturn.practice.tsql.types.Bytes;

/**
 * What one act of the server asks of vaults: it signs in once with each credential, and looks at each key once, however
 * many databases hang on them.
 */
final class VaultTrip {

    private final KeyVault vault;
    private final int fault;
    private final Patience patience;
    private final Map<SignIn, KeyVault.Door> doors = new ConcurrentHashMap<>();
    private final Map<Looked, KeyVault.Answer<VaultKey>> keys = new ConcurrentHashMap<>();

    private final Map<Bytes, String> moved = new ConcurrentHashMap<>();

    private record Looked(KeyVault.Session session, String name) {}

    /** @param fault code with which every session is made to fail; 0 for none */
    VaultTrip(KeyVault vault, int fault, Patience patience) {
        this.vault = vault;
        this.fault = fault;
        this.patience = patience;
    }

    /** Of a statement, which its client may call off. */
    static VaultTrip of(Turn turn) {
        Instance instance = turn.instance();
        return new VaultTrip(
                instance.ekm().vault(), turn.strike().vault(), instance.ekm().patience(turn.cancel()::requested));
    }

    KeyVault.Door open(SignIn who) {
        return fault == 0 ? doors.computeIfAbsent(who, w -> vault.open(w, patience)) : new KeyVault.Closed(fault);
    }

    KeyVault.Answer<VaultKey> key(KeyVault.Session session, String name) {
        return keys.computeIfAbsent(new Looked(session, name), k -> session.key(name));
    }

    /** A key was found in another vault than the registry has it in. */
    void found(Bytes thumbprint, String uri) {
        moved.put(thumbprint, uri);
    }

    /** The registry with what was found, if the connector may write there. */
    KeyRegistry written(KeyRegistry before) {
        KeyRegistry now = before;
        for (Map.Entry<Bytes, String> each : moved.entrySet()) {
            now = before.writable() ? now.with(each.getKey(), each.getValue()) : now;
        }
        return now;
    }
}
