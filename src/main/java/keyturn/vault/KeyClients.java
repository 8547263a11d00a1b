package keyturn.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.KeyServiceVersion;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyServiceVersion;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.SameHost;
import keyturn.entra.Silence;

/**
 * Microsoft's clients of a vault. Where the vault answers under another host than its cloud's, the client's comparison of that
 * host with the challenge's audience is off: it can only fail there. What it is for, that no token goes to whom it is not meant,
 * the credential sees to itself (package {@code keyturn.entra}).
 */
record KeyClients(Entra entra, VaultDoor door, TokenCredential credential, RetryOptions patience) {

    static KeyClients of(Entra entra, VaultDoor door, RetryOptions patience) {
        return new KeyClients(entra, door, entra.tokensFor(door.address().resource()), patience);
    }

    KeyClient keys(HttpPipelinePolicy onEach) {
        var builder = new KeyClientBuilder()
                .vaultUrl(door.uri())
                .credential(credential)
                .httpClient(entra.http())
                .retryOptions(patience)
                .httpLogOptions(Silence.options())
                .addPolicy(new SameHost(door.uri()))
                .addPolicy(onEach)
                .serviceVersion(KeyServiceVersion.V7_4);
        if (door.endpoint().isPresent()) {
            builder.disableChallengeResourceVerification();
        }
        return builder.buildClient();
    }

    /** Wraps at the vault, never with the public half at hand: what is to be seen is whether the vault does it. */
    CryptographyClient cryptography(String key, String version) {
        var builder = new CryptographyClientBuilder()
                .keyIdentifier(door.uri() + "/keys/" + key + "/" + version)
                .credential(credential)
                .httpClient(entra.http())
                .retryOptions(patience)
                .httpLogOptions(Silence.options())
                .addPolicy(new SameHost(door.uri()))
                .disableKeyCaching()
                .serviceVersion(CryptographyServiceVersion.V7_4);
        if (door.endpoint().isPresent()) {
            builder.disableChallengeResourceVerification();
        }
        return builder.buildClient();
    }
}
