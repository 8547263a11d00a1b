package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Outsider;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported PowerShell that creates a lost vault under its name, gives rights there and restores its key, run to its end. */
@BesideOthers
final class NewVaultScriptsTest {

    private static final String VAULT = "keyturn-practice-vault";

    /** The vault is gone for good. */
    private static final class Purged extends RecoverFixture {

        @Override
        public void prepare(Outsider outside) {
            outside.purgeDeleted(VAULT);
        }

        @Override
        public List<Object> choices(Path folder) {
            List<Object> words = new ArrayList<>(super.choices(folder));
            words.addAll(List.of("--subscription", "00000000-7072-6163-7469-636500000010"));
            words.addAll(List.of("--resource-group", "keyturn-practice", "--region", "northeurope"));
            return words;
        }
    }

    @Test
    void theVaultIsThereWithItsKeyAndItsRolesAndASecondRunMakesNothingAnew(@TempDir Path folder) throws Exception {
        try (ScriptedFlow flow = new ScriptedFlow(new Purged(), folder)) {
            List<String> before = flow.seen();
            ScriptsOfFlowsTest.done(flow.clients.powershell("forward.ps1"));
            var vault = flow.clients.range().cloud().vaults().vault(VAULT).orElseThrow();
            assertTrue(
                    vault.live()
                            && vault.settings().purgeProtection()
                            && vault.settings().rbac(),
                    vault.toString());
            assertEquals("northeurope", vault.site().location());
            assertEquals(List.of("tde-key-2024 1"), flow.vaultKeys());
            assertEquals(before, flow.seen(), "SQL Server goes by the same names");
            List<String> roles = roles(flow);
            assertEquals(List.of("Key Vault Crypto Officer", "Key Vault Crypto Service Encryption User"), roles);

            ScriptsOfFlowsTest.done(flow.clients.powershell("forward.ps1"));
            assertEquals(roles, roles(flow));
            assertEquals(List.of("tde-key-2024 1"), flow.vaultKeys());
        }
    }

    /** Those on this vault alone. */
    private static List<String> roles(ScriptedFlow flow) {
        return flow.clients.range().cloud().vaults().roles().stream()
                .filter(role -> role.scope().endsWith("/" + VAULT))
                .map(role -> role.role().title())
                .sorted()
                .toList();
    }
}
