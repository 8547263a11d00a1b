package keyturn.plan.flow.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultSight;
import keyturn.plan.PlanOutcome;
import keyturn.plan.SeenKeyBackup;
import keyturn.plan.step.RecoveryStep;
import keyturn.script.powershell.ScheduledBackup;
import keyturn.tools.BesideOthers;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** Which keys are backed up together. */
@BesideOthers
final class BackupKeysPlannerTest {

    @Test
    void aRunCanBeStoppedAfterAFewRoundsOfKeysAndOneThatMayBeRefusedStandsAlone() {
        VaultSight.Key[] keys = IntStream.rangeClosed(1, 121)
                .mapToObj(number -> SeenKeyBackup.key("key-" + number, number == 7 ? 501 : 1))
                .toArray(VaultSight.Key[]::new);
        SeenKeyBackup seen = new SeenKeyBackup().keys(keys).selection(new KeySelection.All());
        List<List<String>> steps = RecoveryStep.backups(seen.plan().steps())
                .map(step -> step.order().keys().stream()
                        .map(key -> key.name().value())
                        .toList())
                .toList();

        assertEquals(List.of(48, 48, 24, 1), steps.stream().map(List::size).toList());
        assertEquals(List.of("key-7"), steps.getLast());
        assertTrue(seen.findings().stream().anyMatch(found -> found.code().equals("plan.key-backup.versions")));
    }

    @Test
    void theScriptForAScheduledTaskIsValidPowerShellAndItsRoleCanOnlyReadAndBackUp() throws Exception {
        Map<String, String> files = ScheduledBackup.files(new SeenKeyBackup().plan());
        try (ScriptCheck check = ScriptCheck.start()) {
            String script = Objects.requireNonNull(files.get("schedule.ps1"));
            assertEquals(List.of(), check.powershell(script).findings());
        }
        var role = new ObjectMapper().readTree(files.get("backup-role.json"));
        assertEquals(
                List.of("Microsoft.KeyVault/vaults/keys/read", "Microsoft.KeyVault/vaults/keys/backup/action"),
                role.path("DataActions").valueStream().map(JsonNode::asText).toList());
        assertEquals(0, role.path("Actions").size());
    }

    @Test
    void aNameThatNoVaultHasBlocks() {
        var missing = new KeySelection.Named(List.of(new KeyName("tde-key"), new KeyName("not-there")));
        PlanOutcome outcome = new SeenKeyBackup().selection(missing).planned();
        assertTrue(
                outcome instanceof PlanOutcome.Blocked blocked
                        && blocked.problems().getFirst().code().equals("plan.key-backup.missing"),
                outcome.toString());
    }
}
