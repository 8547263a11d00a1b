package keyturn.plan.words;

import java.util.stream.Collectors;
import keyturn.domain.azure.BackupOrder;
import keyturn.plan.step.RecoveryStep;

/** The sentences of the steps that back vault keys up. */
final class RecoveryWords {

    private RecoveryWords() {}

    static StepWords of(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                StepWords.of(
                        backUp.operator() ? "operatorBackups" : "backUpKeys",
                        "keyBackup",
                        backUp.order().keys().size(),
                        names(backUp.order()),
                        backUp.order().vault(),
                        backUp.order().folder());
        };
    }

    private static String names(BackupOrder order) {
        return order.keys().stream().map(key -> key.name().value()).collect(Collectors.joining(", "));
    }
}
