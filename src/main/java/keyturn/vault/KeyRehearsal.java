package keyturn.vault;

import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;

/**
 * Shows that a restored key has its private half: what is encrypted here by the public half of the manifest, the vault decrypts. A
 * version that was disabled when it was backed up is left out, since the vault uses it for nothing.
 */
final class KeyRehearsal {

    private static final int BYTES = 32;

    private final KeyClients clients;
    private final VaultProblems problems;
    private final VaultDoor door;

    KeyRehearsal(Entra entra, VaultDoor door) {
        this.clients = KeyClients.of(entra, door, Patience.reading());
        this.problems = new VaultProblems(door);
        this.door = door;
    }

    Outcome rehearse(KeyCopy copy) {
        long began = System.nanoTime();
        List<KeptVersion> enabled =
                copy.versions().stream().filter(KeptVersion::enabled).toList();
        for (KeptVersion version : enabled) {
            Optional<Outcome> failed = failed(copy, version);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        int left = copy.manifest().versions().size() - enabled.size();
        String told = Message.of("vault.rehearsed", copy.name(), door.address(), enabled.size(), left)
                .text();
        return new Outcome.Done(new Outcome.Answer(
                Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(told)), List.of()));
    }

    private Optional<Outcome> failed(KeyCopy copy, KeptVersion version) {
        byte[] value = new byte[BYTES];
        new SecureRandom().nextBytes(value);
        String name = copy.name().value();
        byte[] back;
        try {
            byte[] encrypted = encrypted(version.half().orElseThrow(), value);
            back = clients.cryptography(name, version.id())
                    .unwrapKey(KeyWrapAlgorithm.RSA_OAEP, encrypted)
                    .getKey();
        } catch (GeneralSecurityException noKey) {
            return Optional.of(new Outcome.NotSent(problem(Optional.of(noKey.toString()), name, version.id())));
        } catch (RuntimeException failure) {
            return Optional.of(
                    VaultOutcomes.of(Failure.of(failure), problems.problem(failure, VaultAnswer.UNWRAP, name)));
        }
        return MessageDigest.isEqual(value, back)
                ? Optional.empty()
                : Optional.of(VaultOutcomes.refused(problem(Optional.empty(), name, version.id())));
    }

    /** By RSA-OAEP with SHA-1: what every vault takes, and Windows PowerShell too. */
    private static byte[] encrypted(PublicHalf half, byte[] value) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(half.modulus(), half.exponent()));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(value);
    }

    private static Problem problem(Optional<String> detail, Object... about) {
        String key = "vault.rehearsal.other";
        return new Problem(key, Message.of(key, about), detail, Message.of(key + ".next"));
    }
}
