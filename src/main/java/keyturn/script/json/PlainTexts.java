package keyturn.script.json;

import com.fasterxml.jackson.databind.JsonNode;
import keyturn.domain.OneLine;

/** Names, paths and reasons of a plan stand on one line each: nothing else was ever planned with. Acts are texts of many lines. */
final class PlainTexts {

    private static final String ACT = "act";

    private PlainTexts() {}

    /** @throws Fields.Malformed that names the first one that does not */
    static void demand(Fields content) {
        demand(content.object(), content.path());
    }

    private static void demand(JsonNode node, String path) {
        if (node.isTextual() && !OneLine.holds(node.textValue())) {
            throw new Fields.Malformed(path);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                demand(node.path(i), path + "[" + i + "]");
            }
        }
        node.properties().stream().filter(field -> !field.getKey().equals(ACT)).forEach(field -> {
            if (!OneLine.holds(field.getKey())) {
                throw new Fields.Malformed(path);
            }
            demand(field.getValue(), path + "." + field.getKey());
        });
    }
}
