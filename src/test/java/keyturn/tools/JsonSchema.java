package keyturn.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema of {@code src/docs/schema}, of the words that those use: type, properties, required, additionalProperties, items, enum, const,
 * anyOf and references to its own definitions.
 */
public record JsonSchema(JsonNode root) {

    public static JsonSchema named(String name) throws IOException {
        return new JsonSchema(
                new ObjectMapper().readTree(Files.readString(Path.of("src", "docs", "schema", name + ".json"))));
    }

    /** Where a text breaks the schema, and how; empty: nowhere. */
    public List<String> faults(String json) throws IOException {
        List<String> faults = new ArrayList<>();
        check(root, new ObjectMapper().readTree(json), "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            check(root.at(schema.path("$ref").asText().substring(1)), value, at, faults);
        }
        if (schema.has("anyOf") && !fitsOne(schema.path("anyOf"), value)) {
            faults.add(at + " fits none: " + shown(value));
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            faults.add(at + " is " + shown(value));
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + " is " + shown(value) + ", not one of " + schema.path("enum"));
        }
        if (schema.has("type") && !isOf(schema.path("type"), value)) {
            faults.add(at + " is " + shown(value) + ", not " + schema.path("type"));
        }
        for (JsonNode required : schema.path("required")) {
            if (value.isObject() && !value.has(required.asText())) {
                faults.add(at + " lacks " + required.asText());
            }
        }
        value.properties().forEach(one -> property(schema, one.getKey(), one.getValue(), at, faults));
        if (value.isArray() && schema.has("items")) {
            for (int index = 0; index < value.size(); index++) {
                check(schema.path("items"), value.get(index), at + "/" + index, faults);
            }
        }
    }

    private void property(JsonNode schema, String name, JsonNode value, String at, List<String> faults) {
        JsonNode described = schema.path("properties").path(name);
        if (!described.isMissingNode()) {
            check(described, value, at + "/" + name, faults);
        } else if (schema.path("additionalProperties").isBoolean()) {
            faults.add(at + "/" + name + " is not described");
        }
    }

    private boolean fitsOne(JsonNode schemas, JsonNode value) {
        for (JsonNode one : schemas) {
            List<String> faults = new ArrayList<>();
            check(one, value, "", faults);
            if (faults.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode one : types) {
                if (isOf(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.substring(0, Math.min(200, text.length()));
    }
}
