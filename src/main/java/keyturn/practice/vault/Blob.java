package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import keyturn.practice.web.Json;

/**
 * A key as a backup: encrypted and sealed (AES-GCM) under a key of its subscription and geography, so that no other can
 * open it, and nothing can be read from it or changed in it. The same range opens it, and any later one.
 */
final class Blob {

    private static final byte[] HEAD = "&KeyturnPracticeKeyBackupV1.".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE = 12;
    private static final int TAG = 128;

    private final SecretKeySpec key;

    Blob(String subscription, String geography) {
        byte[] seed = ("keyturn practice backup\n" + subscription + "\n" + geography).getBytes(StandardCharsets.UTF_8);
        try {
            this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(seed), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What cannot be opened, for whatever reason: the service tells no more. */
    static final class Sealed extends Exception {
        private static final long serialVersionUID = 1;
    }

    byte[] close(VaultKey vaultKey) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            ByteArrayOutputStream blob = new ByteArrayOutputStream();
            blob.writeBytes(HEAD);
            blob.writeBytes(nonce);
            blob.writeBytes(cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(Json.bytes(text(vaultKey))));
            return blob.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
        cipher.updateAAD(HEAD);
        return cipher;
    }

    VaultKey open(byte[] blob) throws Sealed {
        int start = HEAD.length + NONCE;
        if (blob.length < start || !Arrays.equals(HEAD, Arrays.copyOf(blob, HEAD.length))) {
            throw new Sealed();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(blob, HEAD.length, start);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(blob, start, blob.length - start);
            return key(Json.read(plain));
        } catch (GeneralSecurityException | IOException e) {
            throw new Sealed();
        }
    }

    private static ObjectNode text(VaultKey vaultKey) {
        ObjectNode text = Json.object().put("name", vaultKey.name());
        var versions = text.putArray("versions");
        for (KeyVersion each : vaultKey.versions()) {
            KeyPair pair = each.material().pair();
            ObjectNode version = versions.addObject()
                    .put("id", each.id())
                    .put("kind", pair.getPublic().getAlgorithm())
                    .put(
                            "public",
                            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                    .put(
                            "private",
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()))
                    .put("hsm", each.hsm())
                    .put("enabled", each.enabled())
                    .put("created", each.created().getEpochSecond())
                    .put("updated", each.updated().getEpochSecond());
            each.from().ifPresent(t -> version.put("nbf", t.getEpochSecond()));
            each.until().ifPresent(t -> version.put("exp", t.getEpochSecond()));
            version.set("ops", Json.texts(each.operations()));
            ObjectNode tags = version.putObject("tags");
            each.tags().forEach(tags::put);
        }
        return text;
    }

    private static VaultKey key(JsonNode text) throws GeneralSecurityException {
        List<KeyVersion> versions = new ArrayList<>();
        for (JsonNode each : text.path("versions")) {
            List<String> operations = new ArrayList<>();
            each.path("ops").forEach(o -> operations.add(o.asText()));
            Map<String, String> tags = new LinkedHashMap<>();
            each.path("tags")
                    .properties()
                    .forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
            versions.add(new KeyVersion(
                    each.path("id").asText(),
                    material(each),
                    each.path("hsm").asBoolean(),
                    operations,
                    each.path("enabled").asBoolean(),
                    time(each, "nbf"),
                    time(each, "exp"),
                    Instant.ofEpochSecond(each.path("created").asLong()),
                    Instant.ofEpochSecond(each.path("updated").asLong()),
                    tags));
        }
        return VaultKey.of(text.path("name").asText(), versions);
    }

    private static KeyMaterial material(JsonNode version) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(version.path("kind").asText());
        return KeyMaterial.of(new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(version.path("public").asText()))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(
                        Base64.getDecoder().decode(version.path("private").asText())))));
    }

    private static Optional<Instant> time(JsonNode version, String name) {
        return version.has(name)
                ? Optional.of(Instant.ofEpochSecond(version.path(name).asLong()))
                : Optional.empty();
    }
}
