package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps that back vault keys up as JSON, and back. */
final class RecoveryStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind BACK_UP_KEYS = KINDS.kind("back-up-keys", RecoveryStepJson::backUp);

    private RecoveryStepJson() {}

    static ObjectNode write(StepHead.Written head, RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                BackupOrderJson.write(head.as(BACK_UP_KEYS), backUp.order()).put("operator", backUp.operator());
        };
    }

    private static Step backUp(Fields step) {
        StepHead head = StepHead.of(step);
        return new RecoveryStep.BackUpKeys(head.id(), head.node(), BackupOrderJson.read(step), step.truth("operator"));
    }
}
