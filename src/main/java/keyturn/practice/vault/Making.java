package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes versions of keys, as they are asked for, or of what is brought along. */
final class Making {

    private static final Set<Integer> BITS = Set.of(2048, 3072, 4096);
    private static final Map<String, Integer> CURVES = Map.of("P-256", 256, "P-384", 384, "P-521", 521);
    private static final int CERTAINTY = 20;
    /** Java makes no key of a public exponent of more bits. */
    private static final int EXPONENT = 64;

    private static final List<String> OF_CURVES = List.of("sign", "verify");

    private final Materials materials;

    Making(Materials materials) {
        this.materials = materials;
    }

    KeyVersion created(Vault vault, JsonNode body, Instant now) {
        String type = body.path("kty").asText("");
        boolean hsm = type.endsWith("-HSM");
        demandType(vault, type, hsm);
        boolean curve = type.startsWith("EC");
        KeyMaterial material = curve ? curve(body) : materials.rsa(bits(body));
        return version(material, hsm, body, now);
    }

    private static void demandType(Vault vault, String type, boolean hsm) {
        if (!Set.of("RSA", "RSA-HSM", "EC", "EC-HSM").contains(type)) {
            throw Problems.bad(
                    type.isEmpty() ? "Property kty is required." : "Property has invalid value\r\nkty: " + type);
        }
        if (hsm && !vault.settings().premium()) {
            throw Problems.bad("The requested key type " + type + " is not supported by a vault of the standard SKU.");
        }
    }

    private static int bits(JsonNode body) {
        int bits = body.path("key_size").asInt(2048);
        if (!BITS.contains(bits)) {
            throw Problems.bad("Property has invalid value\r\nkey_size: " + bits);
        }
        int exponent = body.path("public_exponent").asInt(0);
        if (exponent != 0 && exponent != 65537) {
            throw Problems.bad("Property has invalid value\r\npublic_exponent: " + exponent);
        }
        return bits;
    }

    private static KeyMaterial curve(JsonNode body) {
        String name = body.path("crv").asText("P-256");
        Integer bits = CURVES.get(name);
        if (bits == null) {
            throw Problems.bad("Property has invalid value\r\ncrv: " + name);
        }
        return Materials.curve(bits);
    }

    private static KeyVersion version(KeyMaterial material, boolean hsm, JsonNode body, Instant now) {
        KeyVersion plain = KeyVersion.plain(KeyVersion.newId(), material, now);
        KeyVersion typed = new KeyVersion(
                plain.id(),
                material,
                hsm,
                material.rsa() ? KeyVersion.ALL : OF_CURVES,
                true,
                plain.from(),
                plain.until(),
                now,
                now,
                Map.of());
        return typed.with(KeyWish.of(body), now);
    }

    /** Of a JSON web key with its private half; RSA alone. */
    KeyVersion imported(Vault vault, JsonNode body, Instant now) {
        JsonNode key = body.path("key");
        String type = key.path("kty").asText("");
        boolean hsm = type.toUpperCase(Locale.ROOT).endsWith("-HSM")
                || body.path("Hsm").asBoolean(false);
        demandType(vault, type, hsm);
        if (!type.startsWith("RSA")) {
            throw Problems.bad("The practice vault imports RSA keys alone.");
        }
        KeyMaterial material = KeyMaterial.of(pair(number(key, "p"), number(key, "q"), number(key, "e")));
        com.fasterxml.jackson.databind.node.ObjectNode wish = keyturn.practice.web.Json.object();
        wish.setAll((com.fasterxml.jackson.databind.node.ObjectNode) body);
        wish.set("key_ops", key.path("key_ops"));
        return version(material, hsm, wish, now);
    }

    /** Checked before it is put together: what makes no key is the client's fault. */
    private static KeyPair pair(BigInteger p, BigInteger q, BigInteger e) {
        int bits = p.multiply(q).bitLength();
        if (!BITS.contains(bits)) {
            throw Problems.bad("Property has invalid value\r\nkey_size: " + bits);
        }
        boolean primes = p.isProbablePrime(CERTAINTY) && q.isProbablePrime(CERTAINTY) && !p.equals(q);
        BigInteger steps = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        if (!primes || e.bitLength() > EXPONENT || !e.gcd(steps).equals(BigInteger.ONE)) {
            throw Problems.bad("Property key is not that of an RSA key.");
        }
        return Materials.pair(p, q, e);
    }

    private static BigInteger number(JsonNode key, String name) {
        try {
            BigInteger number = new BigInteger(
                    1, Base64.getUrlDecoder().decode(key.path(name).asText("")));
            // who sends a million digits shall not have them multiplied
            if (number.bitLength() > 1 && number.bitLength() <= 4096 && number.testBit(0)) {
                return number;
            }
        } catch (IllegalArgumentException e) {
            throw Problems.bad("Property key." + name + " is not base64url.");
        }
        throw Problems.bad("Property key." + name + " is not the number of a key.");
    }

    /** Another version like the newest. */
    KeyVersion rotated(VaultKey key, Instant now) {
        KeyVersion old = key.newest();
        KeyMaterial material = old.material().rsa()
                ? materials.rsa(old.material().bits())
                : Materials.curve(old.material().bits());
        return new KeyVersion(
                KeyVersion.newId(),
                material,
                old.hsm(),
                old.operations(),
                true,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                now,
                now,
                old.tags());
    }
}
