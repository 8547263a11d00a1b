package keyturn.domain.azure;

import java.math.BigInteger;
import java.util.List;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.KeyManifest.KeptVersion;

/**
 * A backup of a vault key to restore.
 *
 * @param file the backup, on the machine that Keyturn runs on
 * @param manifest what it is of
 */
public record KeyCopy(LocalPath file, KeyManifest manifest) {

    public KeyName name() {
        return manifest.name();
    }

    /** Versions whose public half the manifest has: those that can be compared and tried. */
    public List<KeptVersion> versions() {
        return manifest.versions().stream()
                .filter(version -> version.half().isPresent())
                .toList();
    }

    /** Whether a public half is one of its own. */
    public boolean has(BigInteger modulus) {
        return versions().stream()
                .flatMap(version -> version.half().stream())
                .anyMatch(half -> half.modulus().equals(modulus));
    }

    /** Keys of an HSM can be restored into a Premium vault or a Managed HSM only. */
    public boolean needsPremium() {
        return manifest.versions().stream().anyMatch(version -> version.type().endsWith("-HSM"));
    }
}
