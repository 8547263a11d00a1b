package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactWords;
import keyturn.plan.flow.Choices;

/** What two looks at a server have, side by side. */
final class Comparison {

    private static final String ABSENT = "-";

    /** Of when somebody looked, not of what was there. */
    private static final Set<String> OF_THE_LOOK = Set.of("takenAt", "digest");

    /** What tells the elements of a list apart, the first that they have. */
    private static final List<String> NAMES = List.of("name", "path", "database", "session");

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

    /** Whatever else differs. */
    static List<Row> moved(Inspection before, Inspection after) {
        return rows(flat(before), flat(after)).filter(Row::moved).toList();
    }

    private static Stream<Row> rows(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Row(name, before.getOrDefault(name, ABSENT), after.getOrDefault(name, ABSENT)));
    }

    private static SortedMap<String, String> flat(Inspection inspection) {
        SortedMap<String, String> flat = new TreeMap<>();
        InspectionJson.tree(inspection).properties().stream()
                .filter(field -> !OF_THE_LOOK.contains(field.getKey()))
                .forEach(field -> flatten(flat, field.getKey(), field.getValue()));
        return flat;
    }

    private static void flatten(SortedMap<String, String> flat, String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(flat, name + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(flat, name + "[" + named(node.get(i), i) + "]", node.get(i));
            }
        } else {
            flat.put(name, node.asText());
        }
    }

    private static String named(JsonNode element, int place) {
        if (element.isTextual()) {
            return element.textValue();
        }
        return NAMES.stream()
                .filter(element::has)
                .findFirst()
                .map(name -> element.path(name).asText())
                .orElse(String.valueOf(place + 1));
    }
}
