package keyturn.practice.server.state;

import java.util.Optional;
import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;

/**
 * An asymmetric key.
 *
 * @param publicKey its public half, as far as it is known
 * @param provider where it lives; empty: in the database itself
 * @param password the private key is encrypted by a password; else, where it is here, by the database's master key
 * @param bits its real size; the catalog shows 2048 for 3072
 * @param sid that of the login made from it
 */
public record AsymmetricKey(
        int id,
        String name,
        Bytes thumbprint,
        Bytes publicKey,
        Optional<UUID> provider,
        boolean password,
        int bits,
        Bytes sid) {}
