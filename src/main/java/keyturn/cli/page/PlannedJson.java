package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.check.Finding;
import keyturn.script.Scripts;

/** What came of planning as one object, format 1; {@code src/docs/schema/plan.json} says what is in it. */
public final class PlannedJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlannedJson() {}

    public static String ready(Plan plan, Scripts scripts, Path file, List<Finding> findings) {
        ObjectNode whole = whole("ready")
                .put("flow", plan.flow().name().value())
                .put("server", plan.identity().name())
                .put("practice", plan.identity().practice())
                .put("file", file.toString())
                .put("digest", scripts.digest())
                .put("steps", plan.steps().size());
        ArrayNode all = whole.putArray("findings");
        findings.forEach(finding -> all.addObject()
                .put("code", finding.code())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("title", finding.title().text())
                .put("reason", finding.reason().text()));
        return whole.toPrettyString();
    }

    public static String nothing(Message why) {
        return whole("nothing-to-do").put("why", why.text()).toPrettyString();
    }

    /** Why a verb ended before its work was done, whatever verb it was. */
    public static String ended(String outcome, List<Problem> problems) {
        ObjectNode whole = whole(outcome);
        ArrayNode all = whole.putArray("problems");
        problems.forEach(problem -> put(all.addObject(), problem));
        return whole.toPrettyString();
    }

    private static ObjectNode whole(String outcome) {
        return MAPPER.createObjectNode().put("format", 1).put("outcome", outcome);
    }

    /** Code, text, and what to do. */
    static void put(ObjectNode into, Problem problem) {
        into.put("code", problem.code()).put("text", problem.summary().text()).put("next", Advice.of(problem.next()));
    }
}
