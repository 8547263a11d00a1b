package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.next.HandRepair;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** What somebody copies to repair a server is one statement, whatever the names in it. */
final class RepairTextTest {

    private static final String HOSTILE = "it\u2019s ]] '; DROP LOGIN sa; $(calc)";

    private static final VaultAddress VAULT = new VaultAddress("contoso", VaultAddress.Store.VAULT, Cloud.PUBLIC);

    @Test
    void namesStayNames() throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            for (HandRepair repair : List.of(
                    new HandRepair.EnableLogin(new LoginName(HOSTILE)),
                    new HandRepair.OpenDatabase(new DatabaseName(HOSTILE)),
                    new HandRepair.EnableVersion(VAULT, HOSTILE, "0123456789abcdef0123456789abcdef"),
                    new HandRepair.RecoverKey(VAULT, HOSTILE, false),
                    new HandRepair.GrantRegistry(HOSTILE),
                    new HandRepair.InstallRuntime())) {
                String text = RepairText.of(repair);
                var read = repair.isSql() ? check.batch(text) : check.powershell(text);
                assertEquals(List.of(), read.findings(), text);
                if (!repair.isSql() && !repair.equals(new HandRepair.InstallRuntime())) {
                    assertTrue(read.strings().contains(HOSTILE), text);
                }
            }
        }
    }

    /** As services name them; the classes of .NET know neither. */
    @Test
    void theSystemAndAccountsOfTheComputerAreNamedAsTheHostKnowsThem() throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            String system = RepairText.of(new HandRepair.GrantRegistry("LocalSystem"));
            assertTrue(check.powershell(system).strings().contains("NT AUTHORITY\\SYSTEM"), system);
            String own = RepairText.of(new HandRepair.GrantRegistry(".\\svc-sql"));
            assertTrue(check.powershell(own).strings().contains("\\svc-sql"), own);
        }
    }
}
