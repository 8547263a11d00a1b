package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.RecoveryStep;

/** The conditions of the steps that back vault keys up. */
final class RecoveryConditions {

    private RecoveryConditions() {}

    static BeforeAndAfter of(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                after(new Condition.VaultKeyBackedUp(backUp.order().list()));
            case RecoveryStep.RestoreKey restore -> after(there(restore.vault(), restore.copy()));
            case RecoveryStep.RecoverKey recover -> after(there(recover.vault(), recover.copy()));
            case RecoveryStep.RehearseKey rehearse ->
                after(new Condition.VaultKeyTried(
                        new KeyReference(rehearse.copy().name(), Optional.empty())));
            case RecoveryStep.DeleteRehearsed delete -> after(new Condition.Not(there(delete.vault(), delete.copy())));
        };
    }

    /** Which key it is, the act compares by its public half. */
    private static Condition there(VaultAddress vault, KeyCopy copy) {
        return new Condition.VaultKeyMade(vault, copy.name(), true);
    }

    private static BeforeAndAfter after(Condition after) {
        return new BeforeAndAfter(List.of(), after);
    }
}
