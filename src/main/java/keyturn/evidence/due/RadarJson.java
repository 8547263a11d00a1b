package keyturn.evidence.due;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.KeySince;
import keyturn.plan.due.SecretRadar;
import keyturn.plan.due.SecretRadar.Dependent;
import keyturn.plan.due.SecretRadar.Watched;
import keyturn.plan.forecast.Forecast;

/** The secrets of applications with their ends and what depends on them: {@code secrets} of an inspection's JSON. */
public final class RadarJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RadarJson() {}

    /** @param forecast of the same inspection */
    public static ObjectNode tree(Inspection seen, Forecast forecast) {
        SecretRadar radar = SecretRadar.of(seen, DependencyGraph.of(seen, forecast, KeySince.USUAL_PERIOD));
        ObjectNode root = NODES.objectNode();
        ArrayNode applications = root.putArray("applications");
        radar.applications().forEach(one -> applications.add(application(one, seen.takenAt())));
        root.set("applicationUnknown", names(radar.untied()));
        root.set("managedIdentity", names(radar.managed()));
        return root;
    }

    private static ObjectNode application(Watched one, Instant now) {
        ObjectNode node = NODES.objectNode()
                .put("client", one.client().map(ClientId::value).orElse(null))
                .put("name", one.name().orElse(null))
                .put("expired", one.isOver(now))
                .put("expires", one.end(now).map(Instant::toString).orElse(null))
                .put(
                        "validSecrets",
                        one.secrets().stream()
                                .filter(secret -> isValid(secret, now))
                                .count());
        ArrayNode credentials = node.putArray("credentials");
        one.dependents().forEach(dependent -> credentials.add(dependent(dependent)));
        return node;
    }

    private static boolean isValid(SecretSeen secret, Instant now) {
        return !Watched.isOver(secret, now);
    }

    private static ObjectNode dependent(Dependent one) {
        ObjectNode node = NODES.objectNode().put("name", one.credential().value());
        node.set("knownBy", source(one.source()));
        node.put("secretKeyId", one.holding().known().orElse(null));
        node.set("logins", names(one.uses().logins()));
        node.set("asymmetricKeys", names(one.uses().keys()));
        node.set("databases", names(one.uses().databases()));
        return node;
    }

    private static ObjectNode source(Tie.Source source) {
        return switch (source) {
            case Tie.Told told ->
                NODES.objectNode().put("kind", "told").put("at", told.at().toString());
            case Tie.OfRun run ->
                NODES.objectNode()
                        .put("kind", "run")
                        .put("run", run.run())
                        .put("at", run.at().toString());
        };
    }

    private static ArrayNode names(List<?> names) {
        ArrayNode all = NODES.arrayNode();
        names.forEach(name -> all.add(String.valueOf(name)));
        return all;
    }
}
