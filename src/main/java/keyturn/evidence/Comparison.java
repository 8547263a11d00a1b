package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactWords;
import keyturn.plan.flow.Choices;

/** The facts that a plan depends on, in words, of two looks side by side. */
final class Comparison {

    private static final String ABSENT = "-";

    private Comparison() {}

    /** A fact before and after; a dash where it is not there. */
    record Row(String fact, String before, String after) {

        boolean moved() {
            return !before.equals(after);
        }
    }

    /** The facts that a plan of these choices relies on, all of them. */
    static List<Row> ofBasis(Inspection before, Inspection after, Choices choices) {
        Basis was = Basis.of(before, choices);
        Basis is = Basis.of(after, choices);
        Set<FactKey> keys = new TreeSet<>(was.facts().keySet());
        keys.addAll(is.facts().keySet());
        return keys.stream()
                .map(key -> new Row(key.words().text(), words(was, key), words(is, key)))
                .toList();
    }

    private static String words(Basis basis, FactKey key) {
        return basis.value(key).map(value -> FactWords.of(key, value)).orElse(ABSENT);
    }

    static JsonNode json(List<Row> rows) {
        return FactJson.list(
                rows,
                row -> Json.NODES
                        .objectNode()
                        .put("fact", row.fact())
                        .put("before", row.before())
                        .put("after", row.after()));
    }

    static Row of(JsonNode row) {
        return new Row(
                row.path("fact").asText(),
                row.path("before").asText(),
                row.path("after").asText());
    }
}
