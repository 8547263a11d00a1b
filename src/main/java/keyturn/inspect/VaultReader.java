package keyturn.inspect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;

/** Reads from a vault; each call ends within a bounded time. May be called from several threads at once. */
public interface VaultReader {

    VaultAddress address();

    /** The region that the vault's own answers name; empty before it has answered, or if it names none. */
    Optional<String> region();

    /** All keys that are not deleted. */
    Told<List<Listed>> keys();

    /** All versions of a key, in any order, without their material. */
    Told<List<VaultSight.Version>> versions(String key);

    /** What a version is made of. */
    Told<VaultSight.Material> material(String key, String version);

    Told<VaultSight.RotationPolicy> rotationPolicy(String key);

    /** Keys that are deleted and can be recovered. */
    Told<List<VaultSight.DeletedKey>> deletedKeys();

    /**
     * Whether this application opens the key with this secret: a token, the key, one value wrapped and unwrapped again. Changes
     * nothing.
     *
     * @return what it failed at; empty: it does
     */
    Optional<Problem> trial(ClientId application, Secret secret, KeyReference key);

    /** A key as a list shows it. */
    record Listed(String name, boolean ofCertificate, Map<String, String> tags) {
        public Listed {
            tags = Map.copyOf(tags);
        }
    }
}
