package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.web.Switch;

/**
 * What a request says of a key's use and life; what it does not say is empty. An empty list of operations says nothing:
 * that is what Microsoft's Java client sends where its caller gave none. What the service makes of it in an update is not
 * written down; a scenario may have it otherwise.
 */
record KeyWish(
        Optional<List<String>> operations,
        Optional<Boolean> enabled,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Map<String, String>> tags) {

    private static final int TAGS = 15;
    private static final int TAG = 256;
    private static final Set<String> OPERATIONS =
            Set.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey", "import", "export");

    static KeyWish of(JsonNode body) {
        return of(body, Switch.Choice.STANDARD);
    }

    static KeyWish of(JsonNode body, Switch.Choice unwritten) {
        JsonNode attributes = body.path("attributes");
        KeyWish wish = new KeyWish(
                operations(body.path("key_ops"), unwritten.of(Unwritten.EMPTY_OPERATIONS)),
                Optional.of(attributes.path("enabled"))
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::booleanValue),
                time(attributes, "nbf"),
                time(attributes, "exp"),
                tags(body.path("tags")));
        if (wish.from.isPresent() && wish.until.isPresent() && !wish.until.get().isAfter(wish.from.get())) {
            throw Problems.bad("Property attributes.exp must be later than attributes.nbf.");
        }
        return wish;
    }

    private static Optional<List<String>> operations(JsonNode given, String empty) {
        if (!given.isArray() || (given.isEmpty() && empty.equals("keep"))) {
            return Optional.empty();
        }
        if (given.isEmpty() && empty.equals("refuse")) {
            throw Problems.bad("Property has invalid value\r\nkey_ops: ");
        }
        List<String> operations = new ArrayList<>();
        for (JsonNode each : given) {
            if (!OPERATIONS.contains(each.asText())) {
                throw Problems.bad("Property has invalid value\r\nkey_ops: " + each.asText());
            }
            operations.add(each.asText());
        }
        return Optional.of(operations);
    }

    private static Optional<Instant> time(JsonNode attributes, String name) {
        JsonNode value = attributes.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > 253_402_300_799L) {
            throw Problems.bad("Property attributes." + name + " is not a time in seconds.");
        }
        return Optional.of(Instant.ofEpochSecond(value.longValue()));
    }

    private static Optional<Map<String, String>> tags(JsonNode given) {
        if (!given.isObject()) {
            return Optional.empty();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        given.properties().forEach(p -> tags.put(p.getKey(), p.getValue().asText()));
        if (tags.size() > TAGS
                || tags.entrySet().stream()
                        .anyMatch(t -> t.getKey().length() > TAG || t.getValue().length() > TAG)) {
            throw Problems.bad("A key has at most 15 tags, of 256 characters each.");
        }
        return Optional.of(tags);
    }
}
