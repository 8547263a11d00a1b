package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The parameters of a call, by name. */
record Ask(JsonNode fields) {

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    String text(String name) {
        return fields.path(name).asText("");
    }

    Optional<String> given(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name) {
        return fields.path(name).asInt();
    }

    boolean flag(String name) {
        return fields.path(name).asBoolean();
    }

    /** One text, or several. */
    List<String> texts(String name) {
        JsonNode node = fields.path(name);
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : given(name).stream().toList();
    }
}
