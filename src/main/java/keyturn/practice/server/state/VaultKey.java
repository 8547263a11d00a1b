package keyturn.practice.server.state;

import keyturn.practice.tsql.types.Bytes;

/**
 * A version of a key in a vault, as its public half tells of it.
 *
 * @param uri {@code https://vault/keys/name/version}
 * @param publicKey its public half
 * @param thumbprint of its public half: 20 bytes
 * @param shortThumbprint what connectors up to 1.0.4.0 make of its name, of none that they cannot read
 * @param rsa its type is one that a connector takes
 */
public record VaultKey(
        String name,
        String version,
        String uri,
        Bytes publicKey,
        Bytes thumbprint,
        Bytes shortThumbprint,
        int bits,
        boolean rsa) {}
