package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.exception.HttpResponseException;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import keyturn.practice.azure.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation on keys, by Microsoft's own client. */
class KeyClientTest {

    private World world;
    private KeyClient keys;

    @BeforeEach
    void open() throws Exception {
        world = World.of(World.settings(true, false, false, Firewall.OPEN));
        keys = world.keys("main");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static CreateRsaKeyOptions rsa(String name, int bits) {
        return new CreateRsaKeyOptions(name).setKeySize(bits);
    }

    @Test
    void keysAreMadeAndRead() {
        OffsetDateTime from = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
        KeyVaultKey made = keys.createRsaKey(rsa("tde-1", 3072)
                .setNotBefore(from)
                .setExpiresOn(from.plusYears(3))
                .setTags(Map.of("for", "TDE"))
                .setKeyOperations(KeyOperation.WRAP_KEY, KeyOperation.UNWRAP_KEY));
        KeyVaultKey read = keys.getKey("tde-1");
        assertEquals(made.getId(), read.getId());
        assertEquals("tde-1", read.getName());
        assertEquals(32, read.getProperties().getVersion().length());
        assertEquals("RSA", read.getKeyType().toString());
        assertEquals(384, read.getKey().getN().length);
        assertEquals(List.of(KeyOperation.WRAP_KEY, KeyOperation.UNWRAP_KEY), read.getKeyOperations());
        assertEquals(from, read.getProperties().getNotBefore());
        assertEquals(from.plusYears(3), read.getProperties().getExpiresOn());
        assertEquals(Map.of("for", "TDE"), read.getProperties().getTags());
        assertEquals("Recoverable+Purgeable", read.getProperties().getRecoveryLevel());
        assertEquals(90, read.getProperties().getRecoverableDays());
        assertTrue(read.getProperties().isEnabled());
    }

    @Test
    void aNameThatIsThereGetsAnotherVersion() {
        KeyVaultKey first = keys.createRsaKey(rsa("k", 2048));
        KeyVaultKey second = keys.createRsaKey(rsa("K", 2048));
        assertEquals("k", second.getName());
        assertNotEquals(
                first.getProperties().getVersion(), second.getProperties().getVersion());
        assertEquals(second.getId(), keys.getKey("k").getId());
        assertEquals(
                first.getId(),
                keys.getKey("k", first.getProperties().getVersion()).getId());
        assertEquals(
                List.of(first.getId(), second.getId()),
                keys.listPropertiesOfKeyVersions("k").stream()
                        .map(KeyProperties::getId)
                        .toList());
    }

    @Test
    void anHsmKeyNeedsThePremiumSku() throws Exception {
        KeyVaultKey made = keys.createRsaKey(rsa("hard", 2048).setHardwareProtected(true));
        assertEquals("RSA-HSM", made.getKeyType().toString());
        HttpResponseException refused = assertThrows(
                HttpResponseException.class,
                () -> world.keys("near").createRsaKey(rsa("hard", 2048).setHardwareProtected(true)));
        assertEquals(400, refused.getResponse().getStatusCode());
    }

    @Test
    void listsComeInPieces() {
        for (int i = 0; i < 30; i++) {
            keys.createRsaKey(rsa("k" + i, 2048));
        }
        assertEquals(30, keys.listPropertiesOfKeys().stream().count());
        assertEquals(2, keys.listPropertiesOfKeys().streamByPage().count());
    }

    @Test
    void keysAreChanged() {
        KeyProperties properties = keys.createRsaKey(rsa("k", 2048)).getProperties();
        OffsetDateTime until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0);
        keys.updateKeyProperties(
                properties.setEnabled(false).setExpiresOn(until).setTags(Map.of("a", "b")));
        KeyVaultKey after = keys.getKey("k");
        assertFalse(after.getProperties().isEnabled());
        assertEquals(until, after.getProperties().getExpiresOn());
        assertEquals(Map.of("a", "b"), after.getProperties().getTags());
        assertEquals(6, after.getKeyOperations().size(), "no operations given: they stay");
        KeyVaultKey fewer = keys.updateKeyProperties(after.getProperties().setEnabled(true), KeyOperation.UNWRAP_KEY);
        assertEquals(List.of(KeyOperation.UNWRAP_KEY), fewer.getKeyOperations());
    }

    @Test
    void whatIsDeletedComesBackOrGoesForGood() {
        KeyVaultKey made = keys.createRsaKey(rsa("k", 2048));
        var deletion = keys.beginDeleteKey("k");
        deletion.waitForCompletion();
        assertEquals(404, status(() -> keys.getKey("k")));
        var gone = keys.getDeletedKey("k");
        assertEquals(gone.getDeletedOn().plusDays(90), gone.getScheduledPurgeDate());
        assertTrue(gone.getRecoveryId().endsWith("/deletedkeys/k"));
        assertEquals(
                List.of("k"),
                keys.listDeletedKeys().stream().map(d -> d.getName()).toList());
        assertEquals(409, status(() -> keys.createRsaKey(rsa("k", 2048))));
        keys.beginRecoverDeletedKey("k").waitForCompletion();
        assertEquals(made.getId(), keys.getKey("k").getId());
        keys.beginDeleteKey("k").waitForCompletion();
        assertEquals(403, status(() -> keys.purgeDeletedKey("k")), "no such right");
    }

    @Test
    void aBackupComesBackInTheSameGeographyAlone() {
        keys.createRsaKey(rsa("k", 2048));
        KeyVaultKey second = keys.createRsaKey(rsa("k", 3072).setTags(Map.of("a", "b")));
        byte[] backup = keys.backupKey("k");
        KeyVaultKey restored = world.keys("near").restoreKeyBackup(backup);
        assertEquals(
                second.getProperties().getVersion(), restored.getProperties().getVersion());
        assertArrayEquals(second.getKey().getN(), restored.getKey().getN());
        assertEquals(Map.of("a", "b"), restored.getProperties().getTags());
        assertEquals(
                2, world.keys("near").listPropertiesOfKeyVersions("k").stream().count());
        HttpResponseException far = assertThrows(
                HttpResponseException.class, () -> world.keys("far").restoreKeyBackup(backup));
        assertEquals(400, far.getResponse().getStatusCode());
        assertTrue(String.valueOf(far.getMessage()).contains("Cannot decrypt backup blob."), far.getMessage());
        assertEquals(409, status(() -> world.keys("near").restoreKeyBackup(backup)));
        backup[backup.length - 1] ^= 1;
        assertEquals(400, status(() -> world.keys("near").restoreKeyBackup(backup)));
        assertFalse(
                new String(backup, StandardCharsets.ISO_8859_1).contains("versions"), "nothing can be read from it");
    }

    @Test
    void aRestoredKeyUnwrapsWhatTheFirstOneWrapped() {
        keys.createRsaKey(rsa("k", 2048));
        byte[] dek = "a key of thirty-two bytes length".getBytes(StandardCharsets.US_ASCII);
        byte[] wrapped = keys.getCryptographyClient("k")
                .wrapKey(KeyWrapAlgorithm.RSA_OAEP_256, dek)
                .getEncryptedKey();
        world.keys("near").restoreKeyBackup(keys.backupKey("k"));
        assertArrayEquals(
                dek,
                world.keys("near")
                        .getCryptographyClient("k")
                        .unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped)
                        .getKey());
    }

    @Test
    void whatTheClientWrapsTheVaultUnwraps() {
        keys.createRsaKey(rsa("k", 2048));
        byte[] dek = {1, 2, 3, 4, 5};
        for (KeyWrapAlgorithm each :
                List.of(KeyWrapAlgorithm.RSA_OAEP, KeyWrapAlgorithm.RSA_OAEP_256, KeyWrapAlgorithm.RSA1_5)) {
            var crypto = keys.getCryptographyClient("k");
            byte[] wrapped = crypto.wrapKey(each, dek).getEncryptedKey();
            assertArrayEquals(dek, crypto.unwrapKey(each, wrapped).getKey(), each.toString());
        }
        assertTrue(world.log().stream().anyMatch(l -> l.contains("/unwrapkey 200")), "the private half stays there");
    }

    @Test
    void keysAreBroughtAlong() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        JsonWebKey own = JsonWebKey.fromRsa(generator.generateKeyPair());
        KeyVaultKey imported = keys.importKey("mine", own);
        assertArrayEquals(own.getN(), imported.getKey().getN());
        byte[] wrapped = keys.getCryptographyClient("mine")
                .wrapKey(KeyWrapAlgorithm.RSA_OAEP, new byte[] {7})
                .getEncryptedKey();
        assertArrayEquals(
                new byte[] {7},
                keys.getCryptographyClient("mine")
                        .unwrapKey(KeyWrapAlgorithm.RSA_OAEP, wrapped)
                        .getKey());
    }

    @Test
    void aKeyIsRotated() {
        KeyVaultKey first = keys.createRsaKey(rsa("k", 3072));
        KeyVaultKey next = keys.rotateKey("k");
        assertNotEquals(first.getId(), next.getId());
        assertEquals(384, next.getKey().getN().length);
        assertEquals(1, keys.getKeyRotationPolicy("k").getLifetimeActions().size());
    }

    private static int status(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(HttpResponseException.class, act).getResponse().getStatusCode();
    }
}
