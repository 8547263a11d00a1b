package keyturn.domain.azure;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.inspection.Fact;

/**
 * What was seen of a vault.
 *
 * @param region as the vault's answers name it, such as {@code westeurope}
 * @param rights of anyone who looked, by the word of the resource manager; {@link #may} asks what is seen by doing, too
 */
public record VaultSight(
        VaultAddress address,
        Fact<String> region,
        Fact<List<Key>> keys,
        Fact<List<DeletedKey>> deleted,
        Fact<Set<KeyRight>> rights,
        Fact<Resource> resource) {

    /** Whether anyone who looked holds a right here: LIST also by having listed, or having been refused. */
    public Fact<Boolean> may(KeyRight right) {
        if (right == KeyRight.LIST && rights.value().isEmpty()) {
            return switch (keys) {
                case Fact.Known<List<Key>> seen -> new Fact.Known<>(true, seen.how());
                case Fact.NotPermitted<List<Key>> refused -> new Fact.Known<>(false, "keys/list");
                case Fact.Unknown<List<Key>> unknown -> new Fact.Unknown<>(unknown.why());
            };
        }
        return switch (rights) {
            case Fact.Known<Set<KeyRight>> known ->
                new Fact.Known<>(known.content().contains(right), known.how());
            case Fact.NotPermitted<Set<KeyRight>> denied -> new Fact.NotPermitted<>(denied.permission());
            case Fact.Unknown<Set<KeyRight>> unknown -> new Fact.Unknown<>(unknown.why());
        };
    }

    /** The key of this name; vaults do not tell cases apart. */
    public Optional<Key> key(String name) {
        return keys.value().stream()
                .flatMap(List::stream)
                .filter(key -> key.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * A key that is not deleted.
     *
     * @param name as the vault has it: up to 127 letters, digits, hyphens, so perhaps none that a connector can use
     * @param ofCertificate it belongs to a certificate of the vault
     * @param versions the newest first
     */
    public record Key(
            String name,
            boolean ofCertificate,
            Map<String, String> tags,
            Fact<List<Version>> versions,
            Fact<RotationPolicy> rotation) {
        public Key {
            tags = Map.copyOf(tags);
        }

        /** The version that the bare name stands for: the newest, enabled or not. */
        public Optional<Version> current() {
            return versions.value().stream().flatMap(List::stream).findFirst();
        }

        public Optional<Version> version(String id) {
            return versions.value().stream()
                    .flatMap(List::stream)
                    .filter(version -> version.id().equalsIgnoreCase(id))
                    .findFirst();
        }
    }

    /**
     * A version of a key.
     *
     * @param id 32 hexadecimal digits
     * @param notBefore wraps nothing before
     * @param expires wraps nothing from then on, unwraps all the same
     */
    public record Version(
            String id,
            boolean enabled,
            Optional<Instant> created,
            Optional<Instant> updated,
            Optional<Instant> notBefore,
            Optional<Instant> expires,
            Fact<Material> material) {

        /** A new DEK can be wrapped with it at that time, as far as its dates and its switch go. */
        public boolean wrapsAt(Instant when) {
            return enabled
                    && notBefore.filter(when::isBefore).isEmpty()
                    && expires.filter(end -> !when.isBefore(end)).isEmpty();
        }
    }

    /**
     * What a version is made of.
     *
     * @param type {@code RSA}, {@code RSA-HSM}, {@code EC}, …
     * @param bits of the modulus; for curves of the field
     * @param operations {@code wrapKey}, {@code unwrapKey}, …
     * @param modulus of an RSA key: its public half, by which a key is known again wherever it is registered
     */
    public record Material(String type, int bits, Set<String> operations, Optional<BigInteger> modulus) {

        public Material {
            operations = Set.copyOf(operations);
        }

        public boolean rsa() {
            return type.equals("RSA") || type.equals("RSA-HSM");
        }

        public boolean hsm() {
            return type.endsWith("-HSM");
        }

        /** The type, and the size behind it: {@code RSA 2048}. */
        @Override
        public String toString() {
            return type + " " + bits;
        }
    }

    /**
     * What the vault does by itself with a key.
     *
     * @param expiry after which time a new version expires, in ISO 8601, such as {@code P2Y}
     * @param actions what happens when
     */
    public record RotationPolicy(Optional<String> expiry, List<RotationAction> actions) {

        public RotationPolicy {
            actions = List.copyOf(actions);
        }

        /** The vault makes new versions by itself. */
        public boolean rotates() {
            return actions.stream().anyMatch(RotationAction::rotates);
        }
    }

    /**
     * An act of the vault, or a notice.
     *
     * @param when such as {@code after P18M} of a version's life, or {@code before P30D} to its end
     */
    public record RotationAction(boolean rotates, String when) {}

    /** A key that can still be recovered; its name is taken. */
    public record DeletedKey(String name, Optional<Instant> deleted, Optional<Instant> purge) {}

    /**
     * The vault as the resource manager has it.
     *
     * @param id its whole path
     * @param location such as {@code westeurope}
     * @param premium keys of its HSMs can be made
     * @param roles rights come from roles (Azure RBAC); else from the vault's own access policies
     * @param retention how long a deleted key can be recovered
     * @param purgeProtection nobody can purge before that
     */
    public record Resource(
            String id,
            String subscription,
            String tenant,
            String location,
            boolean premium,
            boolean roles,
            boolean softDelete,
            Duration retention,
            boolean purgeProtection) {}
}
