package keyturn.practice.server.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * What the connector has written under its key of the Windows registry: which vault key a thumbprint stands for.
 * Connectors up to 1.0.4.0 need none of it.
 *
 * @param writable whether the service account may write there
 */
public record KeyRegistry(boolean writable, Map<Bytes, String> uris) {

    public KeyRegistry {
        uris = Map.copyOf(uris);
    }

    public Optional<String> uri(Bytes thumbprint) {
        return Optional.ofNullable(uris.get(thumbprint));
    }

    public KeyRegistry with(Bytes thumbprint, String uri) {
        Map<Bytes, String> now = new HashMap<>(uris);
        now.put(thumbprint, uri);
        return new KeyRegistry(writable, now);
    }
}
