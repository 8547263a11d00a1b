package keyturn.practice.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The vault of a copy: under a name of its own, with the keys and rights that were seen. */
final class CopiedVault {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final Set<String> RIGHTS =
            Set.of("get", "list", "wrapKey", "unwrapKey", "create", "delete", "backup", "restore");
    private static final int LONGEST = 24;
    private static final int MOST_VERSIONS = 100;
    private static final long LARGE = 3072;

    private final List<Seen> vaults;
    private final Optional<Duration> left;
    private final String name;

    CopiedVault(Seen root, OffsetDateTime takenAt) {
        vaults = root.list("vaults");
        left = root.object("application").list("secrets").stream()
                .flatMap(secret -> secret.text("expires").stream())
                .flatMap(CopiedVault::time)
                .max(Instant::compareTo)
                .map(until -> Duration.between(takenAt.toInstant(), until));
        String seen = vaults.stream()
                .flatMap(one -> one.text("name").stream())
                .findFirst()
                .orElse("copy");
        String plain = ("practice-" + seen).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        name = plain.substring(0, Math.min(LONGEST, plain.length()));
        if (vaults.isEmpty()) {
            root.gaps().add(CopyGap.VAULT);
        } else if (vaults.size() > 1) {
            root.gaps().add(CopyGap.VAULTS);
        }
    }

    String name() {
        return name;
    }

    /** Of a key in use: whether it can be opened, as far as its vault was seen. */
    String condition(String keyName) {
        Optional<Seen> key = keys().filter(one -> isNamed(one, keyName)).findFirst();
        boolean deleted = vaults.stream()
                .flatMap(vault -> vault.list("deletedKeys").stream())
                .anyMatch(one -> isNamed(one, keyName));
        if (key.isEmpty()) {
            return deleted ? "keyGone" : "open";
        }
        List<Seen> versions = key.get().list("versions");
        boolean enabled = versions.isEmpty() || versions.stream().anyMatch(one -> one.flag("enabled", true));
        return enabled ? "open" : "keyDisabled";
    }

    /** @param used names of keys that are made with the server's own keys */
    void write(ObjectNode scenario, Set<String> used) {
        ObjectNode copy = scenario.putObject("vault").put("name", name);
        left.ifPresent(span -> copy.put(
                span.isNegative() ? "secretExpiredBefore" : "secretExpiresAfter",
                span.abs().toString()));
        List<String> rights = vaults.stream()
                .limit(1)
                .flatMap(vault -> vault.known("rights").stream())
                .flatMap(found -> texts(found))
                .filter(RIGHTS::contains)
                .toList();
        if (!rights.isEmpty()) {
            rights.forEach(copy.putArray("rights")::add);
        }
        if (!vaults.isEmpty()) {
            ArrayNode keys = copy.putArray("keys");
            keys().filter(key -> key.text("name")
                            .filter(one -> KEY.matcher(one).matches() && !used.contains(one))
                            .isPresent())
                    .forEach(key -> key(key, keys));
        }
    }

    private static void key(Seen key, ArrayNode keys) {
        List<Seen> versions = key.list("versions");
        Optional<Seen> newest = versions.stream().findFirst();
        long bits = newest.map(one -> one.number("bits", 2048, 4096, 2048)).orElse(2048);
        boolean hsm = newest.flatMap(one -> one.text("type"))
                .filter("RSA-HSM"::equals)
                .isPresent();
        keys.addObject()
                .put("name", key.text("name").orElse(""))
                .put("versions", Math.clamp(versions.size(), 1, MOST_VERSIONS))
                .put("bits", bits == LARGE ? 3072 : 2048)
                .put("type", hsm ? "RSA-HSM" : "RSA");
    }

    private Stream<Seen> keys() {
        return vaults.stream().flatMap(vault -> vault.list("keys").stream());
    }

    private static boolean isNamed(Seen key, String name) {
        return key.text("name").filter(name::equals).isPresent();
    }

    private static Stream<String> texts(JsonNode list) {
        Stream.Builder<String> all = Stream.builder();
        list.forEach(one -> all.add(one.asText()));
        return all.build();
    }

    private static Stream<Instant> time(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeParseException other) {
            return Stream.empty();
        }
    }
}
