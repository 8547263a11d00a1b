package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier.ProofSeen;

/** What only the run itself saw, written so that a later look by another person can count on it. */
final class SeenJson {

    private SeenJson() {}

    static ObjectNode tree(RunSeen seen) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("changedAt", seen.changedAt().map(Instant::toString).orElse(null))
                .put(
                        "startedBefore",
                        seen.startedBefore().map(Instant::toString).orElse(null));
        ArrayNode proofs = node.putArray("proofs");
        seen.proofs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(StepId::number)))
                .forEach(proof -> proofs.addObject()
                        .put("step", proof.getKey().number())
                        .put("at", proof.getValue().at().toString())
                        .put("message", proof.getValue().message()));
        return node;
    }

    /** @throws RuntimeException of some kind if it is not what was written */
    static RunSeen read(JsonNode node) {
        Map<StepId, ProofSeen> proofs = new HashMap<>();
        for (JsonNode proof : node.required("proofs")) {
            proofs.put(
                    new StepId(proof.required("step").intValue()),
                    new ProofSeen(
                            Instant.parse(proof.required("at").textValue()),
                            proof.required("message").textValue()));
        }
        return new RunSeen(proofs, instant(node.required("changedAt")), instant(node.required("startedBefore")));
    }

    private static Optional<Instant> instant(JsonNode node) {
        return Optional.ofNullable(node.textValue()).map(Instant::parse);
    }
}
