package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade, verb by verb: what is refused before anything is sent, and what a later look adds. */
@BesideOthers
final class UpgradeOnTheCommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void aPlanOfOnePracticeWorldRunsOnTheNext() {
        InProcess program = new InProcess(folder);
        Command.Ended ran = program.run(List.of("--practice"), program.plan(List.of("--practice")));
        assertEquals(0, ran.exit(), ran.all());
    }

    @Test
    void aDigestThatIsNotThePlansIsRefusedBeforeAnybodyConnects() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            InProcess program = new InProcess(folder);
            String digest = program.plan(target(range));
            String other = digest.substring(0, digest.length() - 1) + (digest.endsWith("0") ? "1" : "0");
            long before = Files.readAllLines(range.log()).size();
            Command.Ended ran = program.run(target(range), other);
            assertEquals(3, ran.exit(), ran.all());
            assertEquals(before, Files.readAllLines(range.log()).size());
        }
    }

    @Test
    void anEditedPlanIsRefused() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            InProcess program = new InProcess(folder);
            String digest = program.plan(target(range));
            Path plan = folder.resolve("plan.json");
            String text = Files.readString(plan);
            Files.writeString(plan, text.replace("[Sales]", "[Salez]"));
            assertNotEquals(text, Files.readString(plan));
            Command.Ended ran = program.run(target(range), digest);
            assertEquals(3, ran.exit(), ran.all());
        }
    }

    @Test
    void aLoginThatMayOnlyConnectIsToldWhichPermissionsItLacksAndGetsNoPlan() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Command.Ended inspected = InProcess.say(range.asReader(folder, "inspect"));
            assertEquals(0, inspected.exit(), inspected.all());
            assertTrue(inspected.text().contains("VIEW SERVER"), inspected.text());
            Path plan = folder.resolve("plan.json");
            Object[] words = {
                "plan", "upgrade", "--provider", "AzureKeyVault_EKM", "--dll", "C:\\new\\a.dll", "--out", plan
            };
            Command.Ended planned = InProcess.say(range.asReader(folder, words));
            assertEquals(4, planned.exit(), planned.all());
            assertFalse(Files.exists(plan));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "old-1040, plan.lane.thumbprints, 33111",
        "ancient-440, plan.lane.ancient, stop",
        "ag3, plan.database.availabilityGroup, PracticeAG",
        "fci2, plan.topology.clustered, failover cluster",
        "not-open, plan.database.recoveryPending, Payroll"
    })
    void aServerThatTheLaneIsNotMadeForIsBlockedWithTheReason(String scenario, String code, String word) {
        Path plan = folder.resolve("plan.json");
        Command.Ended planned = InProcess.say("plan", "upgrade", "--practice", scenario, "--out", plan);
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.err().contains("[" + code + "]"), planned.err());
        assertTrue(planned.err().contains(word), planned.err());
        assertFalse(Files.exists(plan));
    }

    @Test
    void afterTheRestartALaterLookSaysDoneAndAddsItToTheEvidence() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            InProcess program = new InProcess(folder);
            Command.Ended ran = program.run(target(range), program.plan(target(range)));
            assertEquals(0, ran.exit(), ran.all());
            Path journal = program.journal();
            Path own = journal.resolveSibling("");

            Command.Ended early = InProcess.say("verify", own, "--range", range.ready());
            assertEquals(4, early.exit(), early.all());
            assertTrue(InProcess.verdict(early).contains("PENDING RESTART"), early.text());

            range.control("/restart");
            Command.Ended later = InProcess.say("verify", journal, "--range", range.ready());
            assertEquals(0, later.exit(), later.all());
            assertFalse(later.text().contains("unknown: "), later.text());

            JsonNode filed = JSON.readTree(own.resolve("verification-2.json").toFile());
            assertEquals("DONE", filed.path("verification").path("overall").asText());
            JournalReading whole = Journal.read(journal);
            assertEquals(new JournalReading.Whole(), whole.state());
            assertEquals(
                    List.of(Event.VERIFIED, Event.FILED),
                    whole.entries().reversed().stream()
                            .limit(2)
                            .map(JournalEntry::event)
                            .toList()
                            .reversed());

            Files.writeString(journal, Files.readString(journal).replace("\"done\"", "\"skipped\""));
            assertEquals(
                    3, InProcess.say("verify", own, "--range", range.ready()).exit());
        }
    }

    private static List<Object> target(RangeHere range) {
        return List.of("--range", range.ready());
    }
}
