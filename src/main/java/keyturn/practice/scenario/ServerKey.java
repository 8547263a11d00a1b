package keyturn.practice.scenario;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import keyturn.practice.server.state.KeyThumbprint;
import keyturn.practice.server.state.Provider;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.vault.KeyVersion;

/**
 * An asymmetric key of the SQL Server, as the file tells of it.
 *
 * @param database where it is; empty: in master
 * @param keyName in the vault
 * @param shortThumbprint it was registered by a connector up to 1.0.4.0
 * @param condition of the version that it stands for: open, keyDisabled, keyGone
 * @param dropped it was, and the server knows it no more; the vault and the registry still do
 */
record ServerKey(
        String name,
        Optional<String> database,
        Provider provider,
        String keyName,
        int bits,
        boolean shortThumbprint,
        String condition,
        boolean dropped) {

    static final String OPEN = "open";
    static final String DISABLED = "keyDisabled";
    static final String GONE = "keyGone";

    /** It and the version of the vault's key that it stands for. */
    record Registered(ServerKey key, KeyVersion version, String uri) {

        /** As the connector that registered it makes it. */
        Bytes thumbprint() {
            return key.shortThumbprint() ? KeyThumbprint.ofName(key.keyName()).orElseThrow() : KeyThumbprint.of(half());
        }

        /** The public half. */
        RSAPublicKey half() {
            return (RSAPublicKey) version.material().pair().getPublic();
        }
    }
}
