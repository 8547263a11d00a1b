package keyturn.practice.copy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of an inspection: facts that are unknown are absent, and leave a gap. */
record Seen(JsonNode node, Set<CopyGap> gaps) {

    Optional<JsonNode> known(String name) {
        JsonNode fact = node.path(name);
        boolean unknown = fact.has("unknown") || fact.has("notPermitted");
        if (unknown) {
            gaps.add(CopyGap.UNKNOWN_FACTS);
        }
        return unknown || fact.isMissingNode() || fact.isNull() ? Optional.empty() : Optional.of(fact);
    }

    Optional<String> text(String name) {
        return known(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    boolean flag(String name, boolean otherwise) {
        return known(name).map(fact -> fact.asBoolean(otherwise)).orElse(otherwise);
    }

    int number(String name, int least, int most, int otherwise) {
        return known(name)
                .filter(JsonNode::isNumber)
                .map(fact -> Math.clamp(fact.asLong(), least, most))
                .orElse(otherwise);
    }

    Seen object(String name) {
        return new Seen(node.path(name), gaps);
    }

    /** The elements of a list; none where it is unknown. */
    List<Seen> list(String name) {
        List<Seen> all = new ArrayList<>();
        known(name).ifPresent(found -> found.forEach(one -> all.add(new Seen(one, gaps))));
        return all;
    }
}
