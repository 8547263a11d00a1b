package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps that back vault keys up as JSON, and back. */
final class RecoveryStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind BACK_UP_KEYS = KINDS.kind("back-up-keys", RecoveryStepJson::backUp);

    private static final Kind RESTORE_KEY = KINDS.kind(
            "restore-key",
            step -> new RecoveryStep.RestoreKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step),
                    step.truth("operator"),
                    step.truth("temporary")));
    private static final Kind RECOVER_KEY = KINDS.kind(
            "recover-key",
            step -> new RecoveryStep.RecoverKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step),
                    step.truth("operator")));
    private static final Kind REHEARSE_KEY = KINDS.kind(
            "rehearse-key",
            step -> new RecoveryStep.RehearseKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step)));
    private static final Kind DELETE_REHEARSED = KINDS.kind(
            "delete-rehearsed",
            step -> new RecoveryStep.DeleteRehearsed(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step)));

    private RecoveryStepJson() {}

    static ObjectNode write(StepHead.Written head, RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                RecoveryDataJson.write(head.as(BACK_UP_KEYS), backUp.order()).put("operator", backUp.operator());
            case RecoveryStep.RestoreKey restore ->
                RecoveryDataJson.write(head.as(RESTORE_KEY), restore.vault(), restore.copy())
                        .put("operator", restore.operator())
                        .put("temporary", restore.temporary());
            case RecoveryStep.RecoverKey recover ->
                RecoveryDataJson.write(head.as(RECOVER_KEY), recover.vault(), recover.copy())
                        .put("operator", recover.operator());
            case RecoveryStep.RehearseKey rehearse ->
                RecoveryDataJson.write(head.as(REHEARSE_KEY), rehearse.vault(), rehearse.copy());
            case RecoveryStep.DeleteRehearsed delete ->
                RecoveryDataJson.write(head.as(DELETE_REHEARSED), delete.vault(), delete.copy());
        };
    }

    private static Step backUp(Fields step) {
        StepHead head = StepHead.of(step);
        return new RecoveryStep.BackUpKeys(
                head.id(), head.node(), RecoveryDataJson.order(step), step.truth("operator"));
    }
}
