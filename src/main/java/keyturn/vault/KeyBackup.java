package keyturn.vault;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import java.time.Duration;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.run.files.KeyBackupFile;
import keyturn.script.act.VaultAct;

/** Backs a key up: all its versions in one piece that only a vault of the same subscription and geography can read. */
final class KeyBackup {

    private final KeyClient client;
    private final VaultProblems problems;

    KeyBackup(Entra entra, VaultDoor door) {
        this.client = KeyClients.of(entra, door, Patience.acting()).keys(new AddHeadersPolicy(new HttpHeaders()));
        this.problems = new VaultProblems(door);
    }

    /** The place is looked at first: a vault is not asked for what nobody could keep. */
    Outcome perform(VaultAct.BackUpKey backUp) {
        long began = System.nanoTime();
        String name = backUp.name().value();
        try {
            KeyBackupFile.checkFree(backUp.file());
        } catch (Problem.Raised taken) {
            return new Outcome.NotSent(taken.problem());
        }
        byte[] backup;
        try {
            backup = client.backupKey(name);
        } catch (RuntimeException failure) {
            return VaultOutcomes.of(Failure.of(failure), problems.problem(failure, VaultAnswer.BACKUP, name));
        }
        try {
            String kept = KeyBackupFile.write(backUp.file(), backup).words().text();
            return new Outcome.Done(new Outcome.Answer(
                    Duration.ofNanos(System.nanoTime() - began), List.of(DoorMessage.of(kept)), List.of()));
        } catch (Problem.Raised notKept) {
            return VaultOutcomes.refused(notKept.problem());
        }
    }
}
