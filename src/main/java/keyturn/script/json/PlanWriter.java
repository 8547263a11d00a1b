package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Plan;
import keyturn.script.Bounds;
import keyturn.script.Scripts.StepScript;

/**
 * From a plan and its acts to what the digest covers: all that changes what runs, and no word of a bundle. The order of the
 * fields is the order of these lines.
 */
final class PlanWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanWriter() {}

    static ObjectNode content(Plan plan, List<StepScript> scripts, Bounds bounds) {
        ObjectNode content = JSON.objectNode();
        content.put("madeAt", plan.madeAt().toString());
        plan.serverTime().ifPresent(time -> content.put("serverTime", time.toString()));
        content.set("server", server(plan.identity()));
        content.set("choices", ChoicesJson.write(plan.choices()));
        content.put("direction", plan.direction().name());
        content.set("basis", BasisJson.write(plan.basis()));
        content.putObject("bounds")
                .put("repeats", bounds.repeats())
                .put("pause", bounds.pause().toString())
                .put("spreadRepeats", bounds.spreadRepeats())
                .put("spreadPause", bounds.spreadPause().toString());
        ArrayNode steps = content.putArray("steps");
        scripts.forEach(script -> steps.add(StepJson.write(script)));
        return content;
    }

    private static ObjectNode server(ServerIdentity identity) {
        return JSON.objectNode()
                .put("name", identity.name())
                .put("version", identity.productVersion())
                .put("edition", identity.edition())
                .put("node", identity.node().value())
                .put("login", identity.loginName())
                .put("practice", identity.practice());
    }
}
