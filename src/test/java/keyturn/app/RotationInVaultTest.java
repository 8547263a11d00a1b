package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateEcKeyOptions;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.tools.Aside;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The new key in the vault, through the whole program: made, handed to an operator, or refused before anything is touched. */
@BesideOthers
final class RotationInVaultTest {

    private static final String VAULT = "keyturn-practice-vault";

    @TempDir
    Path folder;

    @Test
    void whoMayMakeAKeyHasItMadeTriedAndUsed() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
            String digest = digest(plan(range, "--create", "rsa-2048", "--to-key", "made-by-run"));
            Command.Ended ran = program.run(program.target(range), digest);

            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("made-by-run/"), ran.all());
            assertTrue(ran.text().contains("RECOVERY STILL NEEDS"), ran.all());
            var made = outside.keys(range).getKey("made-by-run").getProperties();
            assertTrue(made.getTags().containsKey("keyturn-run"), String.valueOf(made.getTags()));
        }
    }

    @Test
    void whoMayNotWaitsForTheCustodianAndGoesOn() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "wrapKey", "unwrapKey");
            String digest = digest(plan(range, "--create", "rsa-2048", "--to-key", "made-by-hand"));
            String shown = InProcess.say("show", folder.resolve("plan.json"), "--powershell")
                    .text();
            assertTrue(shown.contains("Add-AzKeyVaultKey -VaultName 'keyturn-practice-vault' -Name 'made-by-hand'"));
            var run = Aside.call(() -> program.run(program.target(range), digest));
            outside.allow(VAULT, "get", "list", "create", "wrapKey", "unwrapKey");
            outside.keys(range).createRsaKey(new CreateRsaKeyOptions("made-by-hand").setKeySize(2048));
            Command.Ended ran = run.get();

            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("RECOVERY STILL NEEDS"), ran.all());
        }
    }

    @Test
    void aSecretThatTheDirectoryRefusesIsFoundBeforeSqlServerIsTouched() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            String digest = digest(plan(range, "--to-key", "tde-key-2026"));
            Path wrong = Files.writeString(folder.resolve("wrong"), "not~the.secret\n");
            Files.setPosixFilePermissions(wrong, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            List<Object> words = new ArrayList<>(List.of("run", folder.resolve("plan.json")));
            words.addAll(program.target(range));
            words.addAll(List.of("--approve", digest, "--journal", program.runs(), "--credential-secret-file", wrong));
            Command.Ended ran = InProcess.say(words.toArray());

            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("AADSTS7000215"), ran.all());
            assertTrue(sent(range).noneMatch(text -> text.contains("CREATE ASYMMETRIC KEY [")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ec, plan.rotate.vault-type",
        "4096, plan.rotate.vault-size",
        "3072, plan.rotate.vault-3072-build",
        "disabled, plan.rotate.vault-disabled",
        "expired, plan.rotate.vault-expired",
        "later, plan.rotate.vault-not-yet",
        "signs, plan.rotate.vault-operations",
        "deleted, plan.rotate.vault-deleted",
        "missing, plan.rotate.vault-missing",
        "a-name-of-27-characters-abc, key-name.form",
        "under_score, key-name.form",
        "tde-key-2026/0123456789abcdef0123456789abcdef, plan.rotate.version-build"
    })
    void whatDoesNotFitIsNoPlanAndNothingIsTouched(String key, String code) throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "update", "delete", "wrapKey", "unwrapKey");
            make(outside, range, key);
            Command.Ended planned = plan(range, "--to-key", key);

            assertTrue(planned.exit() == 4 || planned.exit() == 2, planned.all());
            assertTrue(planned.err().contains("[" + code + "]"), planned.all());
            assertTrue(Files.notExists(folder.resolve("plan.json")));
        }
    }

    @ParameterizedTest
    @CsvSource({"tde-key-2026, plan.rotate.vault-taken", "deleted, plan.rotate.vault-deleted"})
    void aNameThatIsTakenIsNotMadeAgain(String key, String code) throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "update", "delete", "wrapKey", "unwrapKey");
            make(outside, range, key);
            Command.Ended planned = plan(range, "--create", "rsa-2048", "--to-key", key);

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.err().contains("[" + code + "]"), planned.all());
        }
    }

    private static void make(Outsider outside, Range range, String key) {
        KeyClient keys = outside.keys(range);
        var rsa = new CreateRsaKeyOptions(key).setKeySize(2048);
        switch (key) {
            case "ec" -> keys.createEcKey(new CreateEcKeyOptions(key));
            case "4096" -> keys.createRsaKey(rsa.setKeySize(4096));
            case "3072" -> keys.createRsaKey(rsa.setKeySize(3072));
            case "disabled" -> keys.createRsaKey(rsa.setEnabled(false));
            case "expired" ->
                keys.createRsaKey(
                        rsa.setExpiresOn(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1)));
            case "later" ->
                keys.createRsaKey(
                        rsa.setNotBefore(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)));
            case "signs" ->
                keys.createRsaKey(rsa.setKeyOperations(com.azure.security.keyvault.keys.models.KeyOperation.SIGN));
            case "deleted" -> {
                keys.createRsaKey(rsa);
                outside.delete(range, key);
            }
            default -> {}
        }
    }

    private Command.Ended plan(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(new InProcess(folder).target(range));
        words.addAll(List.of(choices));
        words.addAll(List.of("--database", "Sales", "--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private static String digest(Command.Ended planned) {
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private static Stream<String> sent(Range range) {
        return range.log().entries().stream().map(entry -> entry.text());
    }
}
