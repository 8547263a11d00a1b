package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.evidence.runs.Runs;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that waits for a restart, until somebody looks again. */
@BesideOthers
final class PendingRunTest {

    private final InProcess keyturn;

    PendingRunTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void aRunIsPendingUntilALaterLookHasSeenTheNewDllLoaded() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            Runs.Pending pending = ran(range);
            assertEquals("PRACTICE01\\KEYTURN", pending.about().server());
            assertTrue(pending.about().practice());

            assertEquals(4, verify(pending, range).exit(), "not restarted yet");
            assertEquals(List.of(pending), Runs.in(keyturn.runs()).pending());

            assertTrue(range.restart());
            Command.Ended later = verify(pending, range);
            assertEquals(0, later.exit(), later.all());
            assertEquals(List.of(), Runs.in(keyturn.runs()).pending());
        }
    }

    @Test
    void whatTheErrorLogSaysOfARestartThatRefusedTheDllIsTold() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            Runs.Pending pending = ran(range);
            range.setFault("bad-signature@restart");
            assertTrue(range.restart());

            Command.Ended later = verify(pending, range);
            assertFalse(later.exit() == 0, later.all());
            assertTrue(later.text().contains("33081"), later.text());
        }
    }

    @Test
    void whatIsNoRunIsLeftOut() throws IOException {
        assertEquals(List.of(), Runs.in(keyturn.runs()).pending(), "there is no such folder yet");
        Path folder = Files.createDirectories(keyturn.runs().resolve("mine"));
        Files.writeString(folder.resolve("evidence.json"), "{\"run\": 1}");
        Files.createDirectory(keyturn.runs().resolve("empty"));
        Files.writeString(keyturn.runs().resolve("note.txt"), "not a folder");
        assertEquals(new Runs(List.of()), Runs.in(keyturn.runs()));
        assertEquals(List.of(), Runs.in(keyturn.runs()).pending());
    }

    @Test
    void aRunThatCannotBeReadIsListedWithTheReason() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            Path run = ran(range).folder();
            Path journal = run.resolve("journal.jsonl");
            String written = Files.readString(journal);

            Files.writeString(journal, written.replace("\"done\"", "\"skipped\""));
            assertEquals("journal.edited", damage());

            Files.writeString(journal, written.replace(",\"note\":null", ""));
            assertEquals("journal.format", damage());

            Files.writeString(journal, written);
            assertEquals(1, Runs.in(keyturn.runs()).pending().size());

            Files.move(run.resolve("plan.json"), run.resolve("elsewhere.json"));
            assertEquals("filed.unreadable", damage());
            Command.Ended listed = InProcess.say("runs", "--journal", keyturn.runs());
            assertEquals(0, listed.exit(), listed.all());
            assertTrue(listed.text().contains(String.valueOf(run.getFileName())), listed.text());
        }
    }

    private String damage() {
        Runs runs = Runs.in(keyturn.runs());
        assertEquals(1, runs.all().size());
        return runs.damaged().getFirst().why().code();
    }

    private Runs.Pending ran(Range range) {
        Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
        assertEquals(0, ran.exit(), ran.all());
        List<Runs.Pending> pending = Runs.in(keyturn.runs()).pending();
        assertEquals(1, pending.size());
        return pending.getFirst();
    }

    private Command.Ended verify(Runs.Pending pending, Range range) {
        List<Object> words = new ArrayList<>(List.of("verify", pending.folder()));
        words.addAll(keyturn.target(range));
        return InProcess.say(words.toArray());
    }
}
