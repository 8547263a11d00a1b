package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.SeenKeyBackup;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.backup.BackupKeysFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** A backup of the vault keys that the practice server needs. */
public final class BackupKeysFixture implements FlowFixture {

    private static final String VAULT = "keyturn-practice-vault";

    private Path keys = Path.of("");

    @Override
    public FlowName flow() {
        return BackupKeysFlow.NAME;
    }

    @Override
    public String scenario() {
        return "healthy";
    }

    @Override
    public void prepare(Outsider outside) {
        outside.allow(VAULT, "get", "list", "backup", "wrapKey", "unwrapKey");
    }

    @Override
    public List<Object> choices(Path folder) {
        keys = folder.resolve("keys");
        return List.of("--to", keys);
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().getFirst();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    /** One backup of each key, one manifest beside it, and a list. */
    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        try (Stream<Path> files = Files.list(keys)) {
            List<String> names =
                    files.map(file -> String.valueOf(file.getFileName())).toList();
            var kinds = names.stream()
                    .collect(Collectors.groupingBy(
                            name -> name.substring(name.lastIndexOf('.')), Collectors.counting()));
            assertEquals(kinds.get(".json"), kinds.get(".keybackup"), names.toString());
            assertEquals(1, kinds.get(".sha256"), names.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of it is done in the vault. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return new SeenKeyBackup().plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-backup-keys");
        keyboard.type(
                "backup-folder",
                Path.of("target", "keys-by-keyboard").toAbsolutePath().toString());
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario healthy", "Backup-AzKeyVaultKey", ".keybackup");
    }
}
