package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.CreateEcKeyOptions;
import com.azure.security.keyvault.keys.models.KeyCurveName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.practice.Outsider;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where no file may grow beyond a limit, as on a full disk. */
@Tag("packaged")
@BesideOthers
final class FullDiskTest {

    /** Enough for a backup that is larger than everything else that a run writes before it. */
    private static final int VERSIONS = 60;

    /** For the journal, in units of 1024 bytes. */
    private static final int ROOM = 8;

    @TempDir
    Path folder;

    @Test
    void aPlanThatCannotBeFiledStopsTheRunBeforeAnyActAndLeavesNoHalfFile() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Path plan = folder.resolve("plan.json");
            String digest = new InProcess(folder).plan(List.of("--range", range.ready()));
            Path runs = folder.resolve("runs");
            int tooSmall = (int) ((Files.size(plan) - 1) / 1024);
            Command.Ended ran = limited(tooSmall, run(plan, range, digest, runs));
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.err().contains("journal.write"), ran.err());
            try (Stream<Path> left = Files.list(runs)) {
                assertEquals(List.of(), left.toList());
            }
            assertFalse(Files.readString(range.log()).contains("TO DISK"));
        }
    }

    @Test
    void aJournalThatTakesNoLineStopsTheRunWithWholeLinesAndTheNextOneGoesOn() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy", "drop-before@alter-provider:1")) {
            Path plan = folder.resolve("plan.json");
            String digest = new InProcess(folder).plan(List.of("--range", range.ready()));
            Path runs = folder.resolve("runs");
            Command.Ended cut = InProcess.say(run(plan, range, digest, runs));
            assertEquals(1, cut.exit(), cut.all());

            Path journal = Packaged.journal(runs);
            int limit = (int) (Files.size(journal) / 1024) + 1;
            Object[] resume = {"resume", journal, "--range", range.ready()};
            Command.Ended full = limited(limit, resume);
            assertEquals(1, full.exit(), full.all());
            assertEquals(new JournalReading.Whole(), Journal.read(journal).state());

            Command.Ended resumed = InProcess.say(resume);
            assertEquals(0, resumed.exit(), resumed.all());
            assertTrue(InProcess.verdict(resumed).contains("PENDING RESTART"), resumed.text());
            assertEquals(new JournalReading.Whole(), Journal.read(journal).state());
        }
    }

    /** A backup that does not fit leaves nothing under its name, and the next try has it. */
    @Test
    @Tag("matrix")
    void aBackupOfAKeyThatDoesNotFitLeavesNoHalfFile() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy");
                Outsider outside = new Outsider(range.range())) {
            outside.allow("keyturn-practice-vault", "get", "list", "create", "backup", "wrapKey", "unwrapKey");
            for (int version = 1; version <= VERSIONS; version++) {
                outside.keys(range.range())
                        .createEcKey(new CreateEcKeyOptions("large").setCurveName(KeyCurveName.P_256));
            }
            Path keys = folder.resolve("keys");
            Path plan = folder.resolve("plan.json");
            String digest = InProcess.digest(InProcess.say(
                    "plan", "backup-keys", "--range", range.ready(), "--key", "large", "--to", keys, "--out", plan));
            Path runs = folder.resolve("runs");
            int fits = (int) (Files.size(plan) / 1024) + ROOM;
            Command.Ended full = limited(fits, run(plan, range, digest, runs));
            assertEquals(1, full.exit(), full.all());
            assertTrue(full.all().contains("run.keyBackup.write"), full.all());
            try (Stream<Path> left = Files.list(keys)) {
                assertEquals(List.of(), left.toList());
            }
            Command.Ended resumed = InProcess.say("resume", Packaged.journal(runs), "--range", range.ready());
            assertEquals(0, resumed.exit(), resumed.all());
            Command.Ended verified = InProcess.say("verify-backup", keys, "--range", range.ready());
            assertEquals(0, verified.exit(), verified.all());
        }
    }

    private static Object[] run(Path plan, RangeHere range, String digest, Path runs) {
        return new Object[] {"run", plan, "--range", range.ready(), "--approve", digest, "--journal", runs};
    }

    /** @param limit of each file, in units of 1024 bytes */
    private Command.Ended limited(int limit, Object... arguments) {
        Command plain = Packaged.keyturn(folder, arguments);
        List<String> words = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + limit + "; exec \"$@\"", "bash"));
        words.addAll(plain.words());
        return new Command(words, plain.folder(), plain.environment(), plain.input()).run(Packaged.LIMIT);
    }
}
