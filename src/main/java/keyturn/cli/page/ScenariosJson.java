package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.inspect.Worlds.Scenario;

/** The practice worlds as one object, format 1; {@code src/docs/schema/scenarios.json} says what is in it. */
public final class ScenariosJson {

    private ScenariosJson() {}

    public static String of(List<Scenario> scenarios) {
        ObjectNode whole = new ObjectMapper().createObjectNode().put("format", 1);
        ArrayNode all = whole.putArray("scenarios");
        scenarios.forEach(one -> all.addObject().put("name", one.name()).put("about", one.about()));
        return whole.toPrettyString();
    }
}
