package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import keyturn.domain.azure.ClientId;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps in the directory as JSON, and back. */
final class DirectoryStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind ADD_APP_SECRET = KINDS.kind("add-app-secret", DirectoryStepJson::add);

    private static final Kind REMOVE_APP_SECRET = KINDS.kind("remove-app-secret", DirectoryStepJson::remove);

    private DirectoryStepJson() {}

    static ObjectNode write(StepHead.Written head, DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.RemoveAppSecret remove ->
                head.as(REMOVE_APP_SECRET)
                        .put("application", remove.application().value())
                        .put("keyId", remove.keyId())
                        .put("label", remove.label())
                        .put("operator", remove.operator());
            case DirectoryStep.AddAppSecret add ->
                head.as(ADD_APP_SECRET)
                        .put("application", add.application().value())
                        .put("name", add.name())
                        .put("expires", add.expires().toString())
                        .put("operator", add.operator());
        };
    }

    private static Step remove(Fields step) {
        StepHead head = StepHead.of(step);
        return new DirectoryStep.RemoveAppSecret(
                head.id(),
                head.node(),
                step.text("application", ClientId::new),
                step.text("keyId"),
                step.text("label"),
                step.truth("operator"));
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
