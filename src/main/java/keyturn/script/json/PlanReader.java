package keyturn.script.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.script.Bounds;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/** From a plan's JSON back to the plan and its acts, as they stand there. */
final class PlanReader {

    private PlanReader() {}

    /** @param digest of the content as it stands in the file */
    static SavedPlan saved(Fields file, String digest) {
        Fields content = file.object("plan");
        List<StepScript> steps =
                content.objects("steps").stream().map(StepJson::read).toList();
        Plan plan = new Plan(
                server(content.object("server")),
                content.text("madeAt", Instant::parse),
                ChoicesJson.read(content.object("choices")),
                content.text("direction", Direction::valueOf),
                BasisJson.read(content.object("basis")),
                steps.stream().map(StepScript::step).toList(),
                file.objects("notices").stream().map(WordsJson::notice).toList());
        return new SavedPlan(plan, new Scripts(steps, bounds(content.object("bounds")), digest));
    }

    private static Bounds bounds(Fields bounds) {
        return new Bounds(
                bounds.whole("repeats"),
                bounds.text("pause", Duration::parse),
                bounds.whole("spreadRepeats"),
                bounds.text("spreadPause", Duration::parse));
    }

    private static ServerIdentity server(Fields server) {
        return new ServerIdentity(
                server.text("name"),
                server.text("version"),
                server.text("edition"),
                server.text("node", NodeName::new),
                server.text("login"),
                server.truth("practice"));
    }
}
