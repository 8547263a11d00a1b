package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.HostTask;
import keyturn.plan.step.Step;
import keyturn.script.act.HostParameters;
import keyturn.script.act.HostScript;
import keyturn.script.json.Kinds.Kind;

/** The steps on the host of a server as JSON, and back: the script's word, and the line that it is told. */
final class HostStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind PERFORM = KINDS.kind("host", HostStepJson::perform);
    private static final Kind START_ENGINE = KINDS.kind("start-engine", HostStepJson::start);

    private static final String BACK = "back";

    private HostStepJson() {}

    static ObjectNode write(StepHead.Written head, HostStep step) {
        return switch (step) {
            case HostStep.Perform perform -> {
                ObjectNode node = task(head.as(PERFORM), perform.task())
                        .put("operator", perform.operator())
                        .put("stopped", perform.stopped());
                perform.back().ifPresent(back -> task(node.putObject(BACK), back));
                yield node;
            }
            case HostStep.StartEngine start -> {
                ObjectNode node = task(head.as(START_ENGINE), start.task())
                        .put("was", start.was().toString())
                        .put("operator", start.operator())
                        .put("stopped", start.stopped());
                ArrayNode databases = node.putArray("databases");
                start.databases().forEach(name -> databases.add(name.value()));
                yield node;
            }
        };
    }

    private static ObjectNode task(ObjectNode node, HostTask task) {
        return node.put("script", HostParameters.script(task).word()).put("parameters", HostParameters.line(task));
    }

    private static HostTask task(Fields step) {
        HostScript script = step.text("script", HostScript::of);
        return step.text("parameters", line -> HostParameters.read(script, line));
    }

    private static Step perform(Fields step) {
        StepHead head = StepHead.of(step);
        return new HostStep.Perform(
                head.id(),
                head.node(),
                task(step),
                step.has(BACK) ? Optional.of(task(step.object(BACK))) : Optional.empty(),
                step.truth("operator"),
                step.truth("stopped"));
    }

    private static Step start(Fields step) {
        StepHead head = StepHead.of(step);
        return new HostStep.StartEngine(
                head.id(),
                head.node(),
                task(step),
                step.text("was", LocalDateTime::parse),
                step.texts("databases").stream()
                        .map(name -> step.name(name, DatabaseName::new))
                        .toList(),
                step.truth("operator"),
                step.truth("stopped"));
    }
}
