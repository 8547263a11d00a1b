package keyturn.script.act;

import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.script.powershell.PowerShell;
import keyturn.script.powershell.PowerShellHead;

/** Acts by which keys outlive the loss of a vault, and the PowerShell lines that do the same (document: Backup-AzKeyVaultKey). */
public final class RecoveryActs {

    private RecoveryActs() {}

    static Act of(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp -> {
                RecoveryAct.BackUpKeys act = backUp(backUp.order());
                yield backUp.operator() ? new OperatorTask(act.shown()) : act;
            }
            case RecoveryStep.RestoreKey restore -> {
                RecoveryAct act = RestoreActs.restore(restore.vault(), restore.copy());
                yield restore.operator() ? new OperatorTask(act.shown()) : act;
            }
            case RecoveryStep.RecoverKey recover -> {
                RecoveryAct act = RestoreActs.recover(recover.vault(), recover.copy());
                yield recover.operator() ? new OperatorTask(act.shown()) : act;
            }
            case RecoveryStep.RehearseKey rehearse -> RestoreActs.rehearse(rehearse.vault(), rehearse.copy());
            case RecoveryStep.DeleteRehearsed delete -> RestoreActs.delete(delete.vault(), delete.copy());
            case RebuildStep rebuild -> RebuildActs.of(rebuild);
        };
    }

    /** The act with the lines that do the same. */
    public static RecoveryAct.BackUpKeys backUp(BackupOrder order) {
        return new RecoveryAct.BackUpKeys(order, lines(order));
    }

    /** What shows that a step is done, asked on the machine of the script. */
    public static Optional<String> find(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                Optional.of("[pscustomobject] @{ done = Test-Path -LiteralPath "
                        + PowerShell.literal(backUp.order().list().value()) + "; moved = [System.DBNull]::Value }");
            case RecoveryStep.RestoreKey restore -> Optional.of(RestoreActs.there(restore.vault(), restore.copy()));
            case RecoveryStep.RecoverKey recover -> Optional.of(RestoreActs.there(recover.vault(), recover.copy()));
            case RecoveryStep.RehearseKey rehearse -> Optional.empty();
            case RecoveryStep.DeleteRehearsed delete -> Optional.empty();
            case RebuildStep rebuild -> ManagerActs.find(rebuild);
        };
    }

    /** A manifest is given its name last: where it stands, its backup is whole. */
    private static String lines(BackupOrder order) {
        boolean hsm = order.vault().store() == VaultAddress.Store.MANAGED_HSM;
        String store = hsm ? "-HsmName " : "-VaultName ";
        return PowerShellHead.backup()
                .formatted(
                        PowerShell.literal(order.folder().value()),
                        keys(order),
                        "already exists. It was left unchanged.",
                        store + PowerShell.literal(order.vault().name()),
                        PowerShell.literal(order.vault().uri()),
                        text(order.site().subscription()),
                        text(order.site().region()),
                        text(order.site().geography().map(Geography::name)),
                        PowerShell.literal(order.list().value() + ".part"),
                        PowerShell.literal(order.list().value()));
    }

    private static String keys(BackupOrder order) {
        return order.keys().stream()
                .map(key -> "    @{ Name = " + PowerShell.literal(key.name().value()) + "; Stem = "
                        + PowerShell.literal(order.stem(key.name())) + "; NeededBy = @("
                        + key.neededBy().stream()
                                .map(DatabaseName::value)
                                .map(PowerShell::literal)
                                .collect(Collectors.joining(", "))
                        + ") }")
                .collect(Collectors.joining("\n"));
    }

    private static String text(Optional<String> value) {
        return value.map(PowerShell::literal).orElse("''");
    }
}
