package keyturn.vault;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.Outcome;
import keyturn.run.door.VaultWriter;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.VaultAct;

/** Acts in the vaults of a target, for a run. */
public final class KeyVaultWriter implements VaultWriter {

    private final Entra entra;
    private final String runId;

    /** Sends nothing yet. */
    public KeyVaultWriter(Entra entra, String runId) {
        this.entra = entra;
        this.runId = runId;
    }

    /** @param prompt for sign-ins with a code */
    public static DoorOpener<VaultWriter> opener(CodePrompt prompt) {
        return (target, plan, runId) -> new KeyVaultWriter(Entra.open(doors(target), prompt), runId);
    }

    private static AzureDoors doors(Target target) throws Problem.Raised {
        return target.azure().orElseThrow(() -> new Problem.Raised(problem("noDoors")));
    }

    @Override
    public Outcome perform(VaultAct act) {
        Optional<VaultDoor> door = door(act.vault());
        if (door.isEmpty()) {
            return new Outcome.NotSent(problem("notGiven", act.vault()));
        }
        return switch (act) {
            case VaultAct.CreateKey create -> new KeyCreation(entra, door.get(), runId).perform(create);
            case VaultAct.BackUpKey backUp -> new KeyBackup(entra, door.get()).perform(backUp);
            case VaultAct.TryKey attempt -> new KeyTrial(entra, door.get()).perform(attempt);
            case RecoveryAct.BackUpKeys backUp -> new ManyBackups(entra, door.get()).perform(backUp);
            case RecoveryAct.RestoreKey restore -> new KeyRestore(entra, door.get()).restore(restore.copy());
            case RecoveryAct.RecoverKey recover -> new KeyRestore(entra, door.get()).recover(recover.copy());
            case RecoveryAct.RehearseKey rehearse -> new KeyRehearsal(entra, door.get()).rehearse(rehearse.copy());
            case RecoveryAct.DeleteKey delete -> new KeyRestore(entra, door.get()).delete(delete.copy());
        };
    }

    private Optional<VaultDoor> door(VaultAddress vault) {
        return entra.doors().vaults().stream()
                .filter(each -> each.address().equals(vault))
                .findFirst();
    }

    private static Problem problem(String rule, Object... about) {
        String key = "vault." + rule;
        return new Problem(key, Message.of(key, about), Optional.empty(), Message.of(key + ".next"));
    }

    /** The clients keep no connection that would not end by itself. */
    @Override
    public void close() {}
}
