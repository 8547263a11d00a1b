package keyturn.domain.azure;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;

/**
 * What a backup of a vault key is of, as it was when it was taken.
 *
 * @param site of the vault then: a restore asks for the same subscription and geography
 * @param takenAt by the clock of the machine that took it
 * @param file the name of the backup, in the same folder
 * @param bytes its size
 * @param sha256 64 digits, over the backup
 * @param neededBy the databases that the key protected then
 * @param versions those that were listed right before: the backup holds them all, and perhaps one that came in between
 */
public record KeyManifest(
        VaultAddress vault,
        KeyName name,
        VaultSite site,
        Instant takenAt,
        String file,
        long bytes,
        String sha256,
        List<DatabaseName> neededBy,
        List<KeptVersion> versions) {

    public KeyManifest {
        neededBy = List.copyOf(neededBy);
        versions = List.copyOf(versions);
    }

    /**
     * A version of the key.
     *
     * @param id 32 digits
     * @param updated when an attribute was last changed
     * @param type {@code RSA}, {@code RSA-HSM}, …
     * @param half the public half of an RSA key; empty for another
     */
    public record KeptVersion(
            String id,
            boolean enabled,
            Optional<Instant> created,
            Optional<Instant> updated,
            String type,
            Optional<PublicHalf> half) {}

    /** The public half of an RSA key. */
    public record PublicHalf(BigInteger modulus, BigInteger exponent) {}

    /** The key's address in its vault, without a version. */
    public String keyId() {
        return vault.uri() + "/keys/" + name;
    }
}
