package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.script.RepairText;
import keyturn.script.powershell.HostLookLine;
import keyturn.trouble.check.CheckResult;
import keyturn.trouble.check.OfferedRepair;
import keyturn.trouble.logs.LoggedEvent;
import keyturn.trouble.look.CheckLook;

/** What checks found as one object, format 1; {@code src/docs/cli.md} says what is in it. */
public final class CheckJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CheckJson() {}

    public static String of(CheckLook.Looked looked) {
        ObjectNode whole = MAPPER.createObjectNode().put("format", 1);
        whole.put("server", looked.seen().identity().name());
        whole.put("takenAt", looked.seen().takenAt().toString());
        whole.put("wait", looked.report().mustWait());
        ExplainJson.causes(whole.putArray("causes"), looked.report().causes());
        ArrayNode repairs = whole.putArray("repairs");
        looked.report().repairs().forEach(repair -> put(repairs.addObject(), repair));
        ArrayNode checks = whole.putArray("checks");
        looked.report().results().forEach(result -> put(checks.addObject(), result));
        ArrayNode logs = whole.putArray("logs");
        looked.report().logs().events().forEach(event -> put(logs.addObject(), event));
        return whole.toPrettyString();
    }

    private static void put(ObjectNode one, LoggedEvent event) {
        one.put("at", event.first().toString());
        one.put("until", event.last().toString());
        one.put("times", event.times());
        one.put("log", event.log().slug()).put("text", event.text());
        event.cause().ifPresent(cause -> one.put("cause", cause.slug()));
    }

    private static void put(ObjectNode one, OfferedRepair repair) {
        one.put("cause", repair.cause().slug());
        repair.flow().ifPresent(flow -> {
            ArrayNode words = one.putArray("plan").add(flow.value());
            repair.words().forEach(words::add);
        });
        ArrayNode statements = one.putArray("statements");
        repair.byHand()
                .forEach(each -> statements
                        .addObject()
                        .put("language", each.isSql() ? "tsql" : "powershell")
                        .put("place", each.place().slug())
                        .put("text", RepairText.of(each)));
    }

    private static void put(ObjectNode one, CheckResult result) {
        one.put("check", result.check().slug()).put("state", result.state().slug());
        ArrayNode lines = one.putArray("lines");
        result.lines().forEach(line -> lines.addObject().put("code", line.key()).put("text", line.text()));
        ArrayNode causes = one.putArray("causes");
        result.causes().forEach(cause -> causes.add(cause.slug()));
        result.look().ifPresent(look -> one.put("powershell", HostLookLine.of(look)));
    }
}
