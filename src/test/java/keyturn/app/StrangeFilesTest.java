package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies where a run's folder, its journal or its plan should be: a file, a pipe, a link. Nothing hangs, and each is named. */
final class StrangeFilesTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Path folder;
    private final InProcess keyturn;

    StrangeFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void aPlaceOfRunsThatCannotBeReadIsNotCalledEmpty() throws Exception {
        Path none = Files.writeString(folder.resolve("runs"), "");
        Command.Ended listed = InProcess.say("runs", "--journal", none, "--json");
        assertEquals("runs.unreadable", problem(listed));
        assertTrue(InProcess.say("runs", "--journal", none)
                .text()
                .replaceAll("\\s+", "")
                .contains(none.toString()));
    }

    @Test
    void aPipeAsJournalHangsNobody() throws Exception {
        Path run = Files.createDirectories(folder.resolve("runs").resolve("run"));
        pipe(run.resolve("journal.jsonl"));
        pipe(run.resolve("journal.lock"));
        pipe(run.resolve("plan.json"));
        Command.Ended listed =
                assertTimeoutPreemptively(SOON, () -> InProcess.say("runs", "--journal", keyturn.runs(), "--json"));
        assertEquals("journal.read", problem(listed));

        Files.writeString(run.resolve("SHA256SUMS"), "");
        Command.Ended checked = assertTimeoutPreemptively(SOON, () -> InProcess.say("verify-evidence", run));
        assertEquals(1, checked.exit(), checked.all());
        assertTrue(checked.err().contains("[evidence.check.notAFile]"), checked.all());
    }

    @Test
    void aLinkInEvidenceIsNoFileOfIts() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            keyturn.plan(keyturn.target(range));
        }
        Path bundle = folder.resolve("bundle");
        assertEquals(
                0,
                InProcess.say("bundle", folder.resolve("plan.json"), "--out", bundle)
                        .exit());
        Path plan = bundle.resolve("plan.json");
        Path elsewhere = folder.resolve("elsewhere.json");
        Files.move(plan, elsewhere);
        Files.createSymbolicLink(plan, elsewhere);

        Command.Ended checked = InProcess.say("verify-evidence", bundle);
        assertEquals(1, checked.exit(), checked.all());
        assertTrue(checked.err().contains("[evidence.check.notAFile]"), checked.all());
    }

    @Test
    void evidenceThatWouldFillTheMemoryIsNotReadWhole() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("provider-code=3303@backup-log:1");
            assertEquals(
                    1,
                    keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)))
                            .exit());
        }
        Path run = new Rotating(folder).run();
        String text = Files.readString(run.resolve("evidence.json")).strip();
        Files.writeString(
                run.resolve("evidence.json"),
                text.substring(0, text.length() - 1) + ",\"more\":[" + "[],".repeat(6_000_000) + "0]}");

        Command.Ended listed = InProcess.say("runs", "--journal", keyturn.runs(), "--json");
        assertEquals("filed.evidence", problem(listed));
        Command.Ended checked = InProcess.say("verify-evidence", run);
        assertEquals(1, checked.exit(), checked.all());
        assertTrue(checked.err().contains("[evidence.check.json]"), checked.all());
    }

    @Test
    void aReadyFileNamesNoOtherComputerAndNothingTwice() throws Exception {
        for (String ready : List.of(
                "{\"sql\":\"nowhere.invalid:1433\",\"user\":\"sa\",\"password\":\"x\"}",
                "{\"sql\":\"127.0.0.1:1\",\"user\":\"sa\",\"password\":\"x\",\"sql\":\"127.0.0.1:2\"}")) {
            Path file = Files.writeString(folder.resolve("ready.json"), ready);
            Command.Ended ended = assertTimeoutPreemptively(SOON, () -> InProcess.say("inspect", "--range", file));
            assertEquals(2, ended.exit(), ended.all());
            assertTrue(ended.err().contains("rangeFile"), ended.all());
        }
    }

    private static String problem(Command.Ended listed) throws IOException {
        var runs = new ObjectMapper().readTree(listed.text()).path("runs");
        assertEquals(1, runs.size(), listed.all());
        return runs.path(0).path("problem").asText();
    }

    private static void pipe(Path path) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "a system with pipes");
        assertEquals(
                0,
                new ProcessBuilder("/usr/bin/mkfifo", path.toString()).start().waitFor());
    }
}
