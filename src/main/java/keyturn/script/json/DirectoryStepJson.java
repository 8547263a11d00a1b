package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import keyturn.domain.azure.ClientId;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.Step;

/** The steps in the directory as JSON, and back. */
final class DirectoryStepJson {

    static final Map<String, Function<Fields, Step>> READERS = Map.of("add-app-secret", DirectoryStepJson::add);

    private DirectoryStepJson() {}

    static ObjectNode write(ObjectNode written, DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.AddAppSecret add ->
                written.put("kind", "add-app-secret")
                        .put("application", add.application().value())
                        .put("name", add.name())
                        .put("expires", add.expires().toString())
                        .put("operator", add.operator());
        };
    }

    private static Step add(Fields step) {
        StepHead head = StepHead.of(step);
        return new DirectoryStep.AddAppSecret(
                head.id(),
                head.node(),
                step.text("application", ClientId::new),
                step.text("name"),
                step.text("expires", Instant::parse),
                step.truth("operator"));
    }
}
