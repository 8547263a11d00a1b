package keyturn.plan.words;

import java.util.stream.Collectors;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.RebuildStep;
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
            case RecoveryStep.RestoreKey restore ->
                of(restore.operator() ? "operatorRestore" : "restoreKey", restore.vault(), restore.copy());
            case RecoveryStep.RecoverKey recover ->
                of(recover.operator() ? "operatorRecover" : "recoverKey", recover.vault(), recover.copy());
            case RecoveryStep.RehearseKey rehearse -> of("rehearseKey", rehearse.vault(), rehearse.copy());
            case RecoveryStep.DeleteRehearsed delete -> of("deleteRehearsed", delete.vault(), delete.copy());
            case RebuildStep rebuild -> RebuildWords.of(rebuild);
        };
    }

    private static StepWords of(String kind, VaultAddress vault, KeyCopy copy) {
        return StepWords.of(
                kind,
                "keyBackup",
                copy.name(),
                vault,
                copy.file(),
                copy.versions().size(),
                copy.manifest().takenAt());
    }

    private static String names(BackupOrder order) {
        return order.keys().stream().map(key -> key.name().value()).collect(Collectors.joining(", "));
    }
}
