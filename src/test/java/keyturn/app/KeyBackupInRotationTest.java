package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.runs.DatesOfRuns;
import keyturn.evidence.runs.Runs;
import keyturn.plan.due.KnownDates;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The new key backed up into a file before SQL Server is touched, through the whole program. */
@BesideOthers
final class KeyBackupInRotationTest {

    private static final String[] RIGHTS = {"get", "list", "create", "backup", "restore", "wrapKey", "unwrapKey"};

    @TempDir
    Path folder;

    @Test
    void aKeyThatIsMadeIsBackedUpForItsOwnerOnlyAndCanBeRestored() throws Exception {
        Rotating rotating = new Rotating(folder);
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, RIGHTS);
            Path keys = folder.resolve("not/there/yet");
            Path relative = Path.of("").toAbsolutePath().relativize(keys);
            String digest = Rotating.digest(
                    rotating.plan(range, "--create", "rsa-2048", "--to-key", "made-by-run", "--key-backup", relative));
            Path file = Path.of(rotating.step("back-up-vault-key").path("file").asText());
            assertEquals(keys, file.getParent());
            assertTrue(Files.notExists(keys), "planning changes nothing");
            Command.Ended ran = rotating.run(program.target(range), digest);

            assertEquals(0, ran.exit(), ran.all());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
            String kept = "Backup in " + file + ": " + Files.size(file) + " bytes, " + sha256(file);
            assertTrue(bare(ran.text()).contains(bare(kept)), ran.all());
            int step = rotating.step("back-up-vault-key").path("number").asInt();
            assertTrue(rotating.journal().contains(step + " done made: " + kept), "" + rotating.journal());
            assertTrue(evidence(rotating).contains(kept), "named in the evidence");
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertTrue(
                    rotating.written().stream().noneMatch(text -> text.contains(content)), "and nowhere its content");

            Runs runs = Runs.in(program.runs());
            assertEquals(
                    List.of("made-by-run"),
                    DatesOfRuns.of(runs, "PRACTICE01\\KEYTURN").backups().stream()
                            .map(KnownDates.VaultKeyBackup::vaultKey)
                            .toList());
            assertEquals(KnownDates.NONE, DatesOfRuns.of(runs, "ANOTHER"));

            var spare = outside.keys(range, range.cloud().address("keyturn-practice-spare"));
            var restored = spare.restoreKeyBackup(Files.readAllBytes(file));
            assertArrayEquals(
                    outside.keys(range).getKey("made-by-run").getKey().getN(),
                    restored.getKey().getN());
        }
    }

    @Test
    void aFileThatIsThereIsLeftAsItIsAndNothingIsChanged() throws Exception {
        Rotating rotating = new Rotating(folder);
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, RIGHTS);
            Path keys = Files.createDirectory(folder.resolve("keys"));
            String digest = Rotating.digest(rotating.plan(range, "--to-key", "tde-key-2026", "--key-backup", keys));
            Path file = Path.of(rotating.step("back-up-vault-key").path("file").asText());
            Files.writeString(file, "somebody else's");
            Command.Ended refused = rotating.run(program.target(range), digest);

            assertEquals(1, refused.exit(), refused.all());
            assertTrue(bare(refused.all()).contains(bare(file + " already exists")), refused.all());
            assertEquals("somebody else's", Files.readString(file));
            assertTrue(Rotating.sent(range).noneMatch(text -> text.contains("CREATE ASYMMETRIC KEY [")));
            assertTrue(bare(refused.all()).contains(bare("Nothing was changed")), refused.all());

            Command.Ended again = rotating.resume(program.target(range));
            assertEquals(1, again.exit(), again.all());
            assertEquals("somebody else's", Files.readString(file));

            Files.move(file, keys.resolve("theirs"));
            Command.Ended ran = rotating.resume(program.target(range));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(Files.size(file) > 100);
        }
    }

    /** The program was ended after the file had its name and before the journal had its line; and in the middle of writing. */
    @Test
    void whoeverResumesTakesTheWholeFileAsDoneAndAHalfOneAway() throws Exception {
        Rotating rotating = new Rotating(folder);
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, RIGHTS);
            Path keys = folder.resolve("keys");
            String digest = Rotating.digest(rotating.plan(range, "--to-key", "tde-key-2026", "--key-backup", keys));
            Path wrong = rotating.secretFile("not~the.secret");
            Command.Ended stopped = rotating.run(program.target(range), digest, "--credential-secret-file", wrong);
            assertEquals(1, stopped.exit(), stopped.all());
            Path file = Path.of(rotating.step("back-up-vault-key").path("file").asText());
            int step = rotating.step("back-up-vault-key").path("number").asInt();
            byte[] whole = Files.readAllBytes(file);

            endAfter(rotating, step + " started ");
            Path half = keys.resolve("." + file.getFileName() + ".part");
            Files.move(file, half);
            Command.Ended written = rotating.resume(program.target(range), "--credential-secret-file", wrong);
            assertEquals(1, written.exit(), written.all());
            assertTrue(Files.notExists(half));
            assertTrue(Files.size(file) >= whole.length - 100, "written anew");

            endAfter(rotating, step + " started ");
            String sum = sha256(file);
            Command.Ended ran = rotating.resume(program.target(range));
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(sum, sha256(file));
            assertTrue(
                    rotating.journal().stream()
                            .anyMatch(line -> line.startsWith(step + " done made: ") && line.contains(sum)),
                    rotating.journal().toString());
        }
    }

    @Test
    void whoMayNotHandsItToTheCustodian() throws Exception {
        Rotating rotating = new Rotating(folder);
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, "get", "list", "wrapKey", "unwrapKey");
            Path keys = folder.resolve("keys");
            String digest = Rotating.digest(rotating.plan(range, "--to-key", "tde-key-2026", "--key-backup", keys));
            Path file = Path.of(rotating.step("back-up-vault-key").path("file").asText());
            String shown = InProcess.say("show", folder.resolve("plan.json"), "--powershell")
                    .text();
            assertTrue(
                    shown.contains("Backup-AzKeyVaultKey -VaultName 'keyturn-practice-vault' -Name 'tde-key-2026'"
                            + " -OutputFile '" + file + ".part'"),
                    shown);
            Command.Ended handed = rotating.run(program.target(range), digest);
            assertEquals(1, handed.exit(), handed.all());
            assertTrue(handed.all().contains("operator task"), handed.all());
            assertTrue(Rotating.sent(range).noneMatch(text -> text.contains("CREATE ASYMMETRIC KEY [")));

            Command.Ended ran = rotating.resume(program.target(range));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(evidence(rotating).contains(Message.of("run.asStated").text()), "said so");
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void aPlanWithoutOneSaysWhatThatMeans() throws Exception {
        Rotating rotating = new Rotating(folder);
        try (Range range = new InProcess(folder).started("healthy")) {
            String planned = rotating.plan(range, "--to-key", "tde-key-2026").text();
            String flat = planned.replaceAll("\\s+", " ");
            assertTrue(flat.contains("This plan does not back up tde-key-2026."), planned);
            assertFalse(rotating.kinds().contains("back-up-vault-key"));
        }
    }

    /** As if the program had ended right after that line. */
    private static void endAfter(Rotating rotating, String begins) throws IOException {
        int at = -1;
        List<String> told = rotating.journal();
        for (int i = 0; i < told.size(); i++) {
            at = told.get(i).startsWith(begins) ? i : at;
        }
        Path journal = rotating.run().resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", lines.subList(0, at + 1)) + "\n");
        try (Stream<Path> files = Files.list(rotating.run())) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("evidence"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static String evidence(Rotating rotating) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(rotating.run())) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("evidence.*\\.json"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Lines are broken to fit a terminal. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String sha256(Path file) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }
}
