package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.plan.Verification;

/** Verdicts as JSON. */
final class VerdictJson {

    private VerdictJson() {}

    static ObjectNode tree(Verification verification) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("lookedAt", verification.lookedAt().toString())
                .put("overall", verification.overall().name());
        node.set("notes", FactJson.list(verification.notes(), note -> FactJson.text(note.text())));
        node.set("steps", FactJson.list(verification.verdicts(), VerdictJson::verdict));
        return node;
    }

    private static JsonNode verdict(Verification.StepVerdict verdict) {
        ObjectNode node = Json.NODES.objectNode().put("step", verdict.step().number());
        return switch (verdict.verdict()) {
            case Verification.Met met ->
                node.put("verdict", "Met").put("found", met.found().text());
            case Verification.NotMet not ->
                node.put("verdict", "NotMet")
                        .put("expected", not.expected().text())
                        .put("found", not.found().text());
            case Verification.CannotTell open ->
                node.put("verdict", "CannotTell").put("why", open.why().text());
        };
    }
}
