package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.cli.flow.PracticeBackup;
import keyturn.plan.Plan;
import keyturn.plan.SeenLostVault;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** A vault that was deleted while its databases are open: it is recovered, and the engine opens its key. */
public class RecoverFixture implements FlowFixture {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String KEY = "tde-key-2024";

    @Override
    public FlowName flow() {
        return RecoverFlow.NAME;
    }

    @Override
    public String scenario() {
        return "vault-lost";
    }

    /** What the application of SQL Server may do there is no longer enough. */
    @Override
    public void prepare(Outsider outside) {
        outside.recoverVault(VAULT);
        outside.allow(VAULT, "get", "list");
        outside.deleteVault(VAULT);
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--from", PracticeBackup.unpacked(RecoverFlow.NAME));
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().getFirst();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        assertEquals(
                1, outside.keys(range).listPropertiesOfKeyVersions(KEY).stream().count(), "versions of the key");
        assertTrue(range.cloud().vaults().vault(VAULT).orElseThrow().live(), "the vault");
    }

    /** Without a door to the vault nothing is known of it. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return new SeenLostVault().plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-recover-vault");
        keyboard.type(
                "recover-folder", PracticeBackup.unpacked(RecoverFlow.NAME).toString());
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario vault-lost", "Undo-AzKeyVaultRemoval", "Keyturn_scratch_");
    }
}
