package keyturn.run.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that a journal's line binds: what they held when it was written.
 *
 * @param digests by name within the run's folder, with {@code /}; each {@code sha256:} and 64 digits
 */
public record BoundFiles(SortedMap<String, String> digests) {

    public static final BoundFiles NONE = new BoundFiles(new TreeMap<>());

    public BoundFiles {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    public static BoundFiles of(Map<String, String> digests) {
        return new BoundFiles(new TreeMap<>(digests));
    }

    public Optional<String> digest(String name) {
        return Optional.ofNullable(digests.get(name));
    }

    /** Null where there are none. */
    JsonNode json() {
        if (digests.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        digests.forEach(json::put);
        return json;
    }

    static BoundFiles of(JsonNode json) {
        SortedMap<String, String> digests = new TreeMap<>();
        json.properties()
                .forEach(field -> digests.put(field.getKey(), field.getValue().textValue()));
        return new BoundFiles(digests);
    }
}
