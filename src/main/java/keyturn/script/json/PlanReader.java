package keyturn.script.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.FileVersion;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.script.Bounds;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/** From a plan's JSON back to the plan and its acts, as they stand there. */
final class PlanReader {

    private PlanReader() {}

    /** @param digest of the content as it stands in the file */
    static SavedPlan saved(Fields file, String digest) {
        Fields content = file.object("plan");
        PlainTexts.demand(content);
        List<StepScript> steps = steps(content);
        Plan plan = new Plan(
                server(content.object("server")),
                content.text("madeAt", Instant::parse),
                ChoicesJson.read(content.object("choices")),
                content.text("direction", Direction::valueOf),
                basis(content),
                steps.stream().map(StepScript::step).toList(),
                file.objects("notices").stream().map(WordsJson::notice).toList(),
                content.has("serverTime") ? Optional.of(content.text("serverTime", Instant::parse)) : Optional.empty());
        return new SavedPlan(plan, new Scripts(steps, bounds(content.object("bounds")), digest));
    }

    /** As a planner counts them: the journal knows a step by its number alone. */
    private static List<StepScript> steps(Fields content) {
        List<StepScript> steps = new ArrayList<>();
        for (Fields each : content.objects("steps")) {
            StepScript step = StepJson.read(each);
            if (!steps.isEmpty() && step.id().number() <= steps.getLast().id().number()) {
                throw new Fields.Malformed(each.at("number"));
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw new Fields.Malformed(content.at("steps"));
        }
        return steps;
    }

    /** Every planner relies on something: without it a plan would run on any server. */
    private static Basis basis(Fields content) {
        Basis basis = BasisJson.read(content.object("basis"));
        if (basis.facts().isEmpty()) {
            throw new Fields.Malformed(content.at("basis"));
        }
        return basis;
    }

    private static Bounds bounds(Fields bounds) {
        return new Bounds(
                bounds.whole("repeats"),
                bounds.text("pause", Duration::parse),
                bounds.whole("spreadRepeats"),
                bounds.text("spreadPause", Duration::parse));
    }

    private static String fourNumbers(String version) {
        FileVersion.parse(version);
        return version;
    }

    private static ServerIdentity server(Fields server) {
        return new ServerIdentity(
                server.text("name"),
                server.text("version", PlanReader::fourNumbers),
                server.text("edition"),
                server.text("node", NodeName::new),
                server.text("login"),
                server.truth("practice"));
    }
}
