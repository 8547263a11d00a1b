package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import keyturn.cli.flow.PracticeBackup;
import keyturn.plan.Plan;
import keyturn.plan.SeenRestore;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** The restore of a key that the practice vault no longer has, from the backup that comes with the program. */
public final class RestoreKeysFixture implements FlowFixture {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String KEY = "tde-key-2022";

    @Override
    public FlowName flow() {
        return RestoreKeysFlow.NAME;
    }

    @Override
    public String scenario() {
        return "healthy";
    }

    @Override
    public void prepare(Outsider outside) {
        outside.allow(VAULT, "get", "list", "restore", "recover", "wrapKey", "unwrapKey");
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--from", PracticeBackup.unpacked(RestoreKeysFlow.NAME));
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
    }

    /** All of it is done in the vault. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return new SeenRestore().plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-restore-keys");
        keyboard.type(
                "restore-folder", PracticeBackup.unpacked(RestoreKeysFlow.NAME).toString());
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario healthy", "Restore-AzKeyVaultKey", "tde-key-2022");
    }
}
