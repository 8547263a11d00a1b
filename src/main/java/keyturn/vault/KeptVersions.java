package keyturn.vault;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyProperties;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Sha256;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.BackupOrder.OrderedKey;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultSight;

/** The versions of a key, each with its public half, as a manifest has them. */
final class KeptVersions {

    private KeptVersions() {}

    static List<KeptVersion> of(KeyClient client, String key) {
        return Pages.all(client.listPropertiesOfKeyVersions(key)).stream()
                .map(version ->
                        kept(version, client.getKey(key, version.getVersion()).getKey()))
                .toList();
    }

    private static KeptVersion kept(KeyProperties properties, JsonWebKey material) {
        VaultSight.Version version = Seen.version(properties);
        Optional<PublicHalf> half = Optional.ofNullable(material.getN())
                .map(modulus -> new PublicHalf(new BigInteger(1, modulus), new BigInteger(1, material.getE())));
        return new KeptVersion(
                version.id(),
                version.enabled(),
                version.created(),
                version.updated(),
                String.valueOf(material.getKeyType()),
                half);
    }

    static KeyManifest manifest(BackupOrder order, OrderedKey key, List<KeptVersion> versions, byte[] content) {
        return new KeyManifest(
                order.vault(),
                key.name(),
                order.site(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                order.stem(key.name()) + ".keybackup",
                content.length,
                Sha256.hex(content),
                key.neededBy(),
                versions);
    }
}
