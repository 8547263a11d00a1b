package keyturn.practice.vault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a key.
 *
 * @param id 32 hexadecimal digits
 * @param hsm its type ends in -HSM
 * @param operations what it is for: wrapKey, unwrapKey …
 * @param from not before then, for what makes new secrets: wrap, encrypt
 * @param until not from then on
 */
public record KeyVersion(
        String id,
        KeyMaterial material,
        boolean hsm,
        List<String> operations,
        boolean enabled,
        Optional<Instant> from,
        Optional<Instant> until,
        Instant created,
        Instant updated,
        Map<String, String> tags) {

    /** What a key is for if nobody says. */
    public static final List<String> ALL = List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");

    public KeyVersion {
        operations = List.copyOf(operations);
        tags = Map.copyOf(tags);
    }

    /** A version that may be used for everything. */
    public static KeyVersion plain(String id, KeyMaterial material, Instant created) {
        return new KeyVersion(
                id, material, false, ALL, true, Optional.empty(), Optional.empty(), created, created, Map.of());
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public KeyVersion enabled(boolean now) {
        return new KeyVersion(id, material, hsm, operations, now, from, until, created, updated, tags);
    }

    /** @param end from when on it wraps nothing; empty: never */
    public KeyVersion like(boolean inHsm, Optional<Instant> end) {
        return new KeyVersion(id, material, inHsm, operations, enabled, from, end, created, updated, tags);
    }

    KeyVersion with(KeyWish wish, Instant now) {
        return new KeyVersion(
                id,
                material,
                hsm,
                wish.operations().orElse(operations),
                wish.enabled().orElse(enabled),
                wish.from().or(() -> from),
                wish.until().or(() -> until),
                created,
                now,
                wish.tags().orElse(tags));
    }

    /** The word for its type. */
    String type() {
        return (material.rsa() ? "RSA" : "EC") + (hsm ? "-HSM" : "");
    }
}
