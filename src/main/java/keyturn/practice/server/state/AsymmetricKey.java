package keyturn.practice.server.state;

import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;

/**
 * An asymmetric key that lives in a provider.
 *
 * @param keyName its name in the provider, which no catalog view shows
 * @param bits its real size; the catalog shows 2048 for 3072
 * @param sid that of the login made from it
 * @param access whether the vault lets it be used
 */
public record AsymmetricKey(
        int id, String name, Bytes thumbprint, UUID provider, String keyName, int bits, Bytes sid, KeyAccess access) {}
