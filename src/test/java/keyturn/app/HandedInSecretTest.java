package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.Range;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A further secret that operators make, and choices that go with none. */
final class HandedInSecretTest {

    @TempDir
    Path folder;

    private Rotating rotating() {
        return new Rotating(folder);
    }

    @Test
    void withoutADoorAColleagueMakesItAndItIsTyped() throws Exception {
        try (Range range = new InProcess(folder).started("healthy")) {
            List<Object> bare = new ArrayList<>(List.of(
                    "--server",
                    "127.0.0.1," + range.port(),
                    "--auth",
                    "sql",
                    "--user",
                    range.user(),
                    "--password-file",
                    rotating().secretFile(range.password()),
                    "--trust-certificate",
                    range.certificate()));
            String digest = Rotating.digest(rotating()
                    .plan(
                            bare,
                            "--to-key",
                            "tde-key-2026",
                            "--secret",
                            "graph",
                            "--key-backup",
                            folder.resolve("keys"),
                            "--credential-client",
                            Optional.ofNullable(range.offers().get("client")).orElseThrow(),
                            "--confirm",
                            "vault-key"));
            String shown = InProcess.say("show", folder.resolve("plan.json"), "--powershell")
                    .text();
            assertTrue(shown.contains("New-AzADAppCredential -ApplicationId '"), shown);
            assertTrue(shown.contains("Backup-AzKeyVaultKey -VaultName 'keyturn-practice-vault'"), shown);
            Command.Ended backup = rotating().run(bare, digest);
            assertEquals(1, backup.exit(), backup.all());
            Command.Ended secret = rotating().resume(bare);
            assertEquals(1, secret.exit(), secret.all());
            assertTrue(Rotating.sent(range).noneMatch(text -> text.contains("CREATE ASYMMETRIC KEY [")));

            Path typed = rotating()
                    .secretFile(
                            Optional.ofNullable(range.offers().get("secret")).orElseThrow());
            Command.Ended ran = rotating().resume(bare, "--credential-secret-file", typed);
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("RECOVERY STILL NEEDS"), ran.all());
        }
    }

    @Test
    void whatDoesNotGoTogetherIsSaidBeforeAnythingIsDone() throws Exception {
        try (Range range = new InProcess(folder).started("healthy")) {
            Command.Ended kind = rotating().plan(range, "--to-key", "tde-key-2026", "--secret", "guess");
            assertEquals(2, kind.exit(), kind.all());
            Command.Ended life = rotating().plan(range, "--to-key", "tde-key-2026", "--lifetime", "P90D");
            assertTrue(life.all().contains("[cli.rotate-key.lifetime.typed]"), life.all());
            Command.Ended age =
                    rotating().plan(range, "--to-key", "tde-key-2026", "--secret", "graph", "--lifetime", "P9Y");
            assertTrue(age.all().contains("[secret-life.range]"), age.all());
            String digest = Rotating.digest(rotating().plan(range, "--to-key", "tde-key-2026", "--secret", "graph"));
            Command.Ended handed = rotating()
                    .run(
                            new InProcess(folder).target(range),
                            digest,
                            "--credential-secret-file",
                            rotating().secretFile("x"));
            assertEquals(2, handed.exit(), handed.all());
            assertTrue(handed.all().contains("[cli.secret.made]"), handed.all());
        }
    }
}
