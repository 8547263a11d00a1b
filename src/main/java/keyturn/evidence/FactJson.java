package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.inspection.Fact;

/** A fact as JSON: its value, or {@code {"unknown":why}}, or {@code {"notPermitted":permission}}. */
final class FactJson {

    private FactJson() {}

    static <T> JsonNode of(Fact<T> fact, Function<T, JsonNode> value) {
        return switch (fact) {
            case Fact.Known<T> known -> value.apply(known.content());
            case Fact.Unknown<T> unknown ->
                Json.NODES.objectNode().put("unknown", unknown.why().text());
            case Fact.NotPermitted<T> denied ->
                Json.NODES.objectNode().put("notPermitted", denied.permission().name());
        };
    }

    /** Known and empty is JSON's null. */
    static <T> JsonNode ofOptional(Fact<Optional<T>> fact, Function<T, JsonNode> value) {
        return of(fact, content -> content.map(value).orElse(Json.NODES.nullNode()));
    }

    static <T> JsonNode ofList(Fact<List<T>> fact, Function<T, JsonNode> value) {
        return of(fact, content -> list(content, value));
    }

    static <T> JsonNode list(List<T> content, Function<T, JsonNode> value) {
        var array = Json.NODES.arrayNode();
        content.forEach(element -> array.add(value.apply(element)));
        return array;
    }

    static <T> JsonNode text(T value) {
        return Json.NODES.textNode(value.toString());
    }
}
