package keyturn.plan.fact;

import java.util.List;
import keyturn.plan.step.RecoveryStep;

/** The conditions of the steps that back vault keys up. */
final class RecoveryConditions {

    private RecoveryConditions() {}

    static BeforeAndAfter of(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                after(new Condition.VaultKeyBackedUp(backUp.order().list()));
        };
    }

    private static BeforeAndAfter after(Condition after) {
        return new BeforeAndAfter(List.of(), after);
    }
}
