package keyturn.script.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import keyturn.cli.flow.PracticeBackup;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.run.backup.BackupShelf;
import keyturn.tools.BesideOthers;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** The PowerShell of what brings keys back. */
@BesideOthers
final class RestoreActsTest {

    private static final VaultAddress VAULT = new VaultAddress("contoso", VaultAddress.Store.VAULT, Cloud.PUBLIC);
    private static final VaultAddress HSM = new VaultAddress("contoso", VaultAddress.Store.MANAGED_HSM, Cloud.PUBLIC);

    @Test
    void isUnderstoodByMicrosoftsParserAndPurgesNothing() throws Exception {
        KeyCopy copy = BackupShelf.newest(PracticeBackup.unpacked(RestoreKeysFlow.NAME))
                .getFirst();
        try (ScriptCheck check = ScriptCheck.start()) {
            for (VaultAddress vault : List.of(VAULT, HSM)) {
                for (RecoveryAct act : List.of(
                        RestoreActs.restore(vault, copy),
                        RestoreActs.recover(vault, copy),
                        RestoreActs.rehearse(vault, copy),
                        RestoreActs.delete(vault, copy))) {
                    assertEquals(List.of(), check.powershell(act.shown()).findings(), act.shown());
                    assertTrue(act.shown().lines().noneMatch(RestoreActsTest::purges), act.shown());
                }
            }
        }
    }

    private static boolean purges(String line) {
        return line.contains("Remove-AzKeyVaultKey") && line.contains("-InRemovedState");
    }
}
