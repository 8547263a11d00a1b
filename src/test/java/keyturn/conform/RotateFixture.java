package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.rotate.RotateFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** A rotation through every door: the key is made in the vault and backed up, its secret comes from the directory. */
public final class RotateFixture implements FlowFixture {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String BACKUPS = "E:\\Backup";
    private static final String KEY = "made-by-run";

    @Override
    public FlowName flow() {
        return RotateFlow.NAME;
    }

    @Override
    public String scenario() {
        return "healthy";
    }

    @Override
    public void prepare(Outsider outside) {
        outside.allow(VAULT, "get", "list", "create", "backup", "wrapKey", "unwrapKey");
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of(
                "--create",
                "rsa-2048",
                "--to-key",
                KEY,
                "--key-backup",
                folder.resolve("keys"),
                "--secret",
                "graph",
                "--database",
                "Sales",
                "Ledger");
    }

    @Override
    public List<Object> secretAgain(Range range, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), range.offers().getOrDefault("secret", "") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return List.of("--credential-secret-file", file);
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals("alter-encryption-key"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Overall verdict() {
        return Overall.OLD_KEY_NEEDED;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        assertEquals(
                1, outside.keys(range).listPropertiesOfKeyVersions(KEY).stream().count(), "versions of the key");
        String client = range.offers().getOrDefault("client", "");
        assertEquals(
                2,
                range.cloud().directory().tenants().getFirst().applications().stream()
                        .filter(one -> one.clientId().equals(client))
                        .mapToLong(one -> one.secrets().size())
                        .sum(),
                "secrets of the application: the old one and the new one");
    }

    /** With both kinds of backup, and a database without log. */
    @Override
    public List<AtServer> atServer() {
        return List.of(new AtServer(
                "healthy",
                List.of(
                        "--to-key",
                        "tde-key-2026",
                        "--credential-client",
                        "00000000-7072-6163-7469-636500000001",
                        "--log-backup",
                        BACKUPS,
                        "--full-backup",
                        BACKUPS,
                        "--database",
                        "Sales",
                        "Archive")));
    }

    @Override
    public Optional<String> onceByScript() {
        return Optional.of("IF (SELECT COUNT(*) FROM msdb.dbo.backupset WHERE name LIKE N'Keyturn 2%') <> 3"
                + " RAISERROR (N'each backup once', 16, 1);");
    }

    @Override
    public Plan readablePlan() {
        return new SeenRotation().database("Sales").create().plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-rotate-key");
        keyboard.type("to-key-name", "tde-key-2026");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of(
                "scenario healthy",
                "Add-AzKeyVaultKey",
                "Test-KeyturnVaultKey",
                "ALTER DATABASE ENCRYPTION KEY",
                "RECOVERY STILL NEEDS");
    }
}
