package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the server, as the program tells it. */
@BesideOthers
final class UpgradeThatFailsTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatAnswersDoneAndDoesNothingIsNotMet() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy", "hollow@alter-provider")) {
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(InProcess.verdict(ran).contains("NOT CONFIRMED"), ran.text());
            assertEquals("15.0.300.96", provider(range).path("version").textValue());
            assertEquals(
                    List.of(Event.STARTED, Event.DONE),
                    events("ALTER CRYPTOGRAPHIC PROVIDER", range),
                    "the server said that it was done, and no more is claimed");
        }
    }

    @Test
    void aDatabaseWhoseKeyIsGoneStopsTheFirstTestAndNothingIsChanged() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "key-gone")) {
            JsonNode before = provider(range);
            InProcess program = new InProcess(folder);
            List<Object> target = List.of(range.atServerAlone(folder));
            Command.Ended ran = program.run(target, program.plan(target));
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.text().contains("STOPPED at step 3"), ran.text());
            assertTrue(ran.all().contains("Payroll"), ran.all());
            assertTrue(oneLine(ran).contains("Nothing was changed"), ran.all());
            assertTrue(ran.all().contains("33049"), ran.all());

            List<String> sent = range.acts();
            assertTrue(sent.getLast().contains("[Payroll]"), sent.toString());
            assertTrue(sent.stream().noneMatch(act -> act.contains("ALTER")), sent.toString());
            assertEquals(before, provider(range));
        }
    }

    @Test
    void aTestThatTestedNothingStopsTheRunAndItsEvidenceIsFiled() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy", "hollow@backup-log:1")) {
            JsonNode before = provider(range);
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(oneLine(ran).contains(Message.of("run.halt.untested", 1).text()), ran.all());
            assertEquals(before, provider(range));
            try (Stream<Path> files = Files.walk(folder)) {
                assertTrue(files.anyMatch(file -> file.endsWith("evidence.html")), ran.all());
            }
        }
    }

    @Test
    void aDllWithoutASoundSignatureIsRefusedAndTheOldOneStaysRegistered() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "enabled-after", "bad-signature@alter-provider")) {
            JsonNode before = provider(range);
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("33027"), ran.all());
            assertEquals(before, provider(range));
            assertTrue(before.path("enabled").booleanValue());
            assertFalse(ran.text().contains("ENABLE;"), "it is enabled as it was: nothing to offer");
            assertEquals(List.of(Event.STARTED, Event.FAILED), events("ALTER CRYPTOGRAPHIC PROVIDER", range));
        }
    }

    @Test
    void whereTheRefusalLeftTheProviderDisabledEnableIsOffered() throws Exception {
        String fault = "bad-signature@alter-provider";
        try (RangeHere range = RangeHere.start(folder, "healthy", fault)) {
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("33027"), ran.all());
            JsonNode after = provider(range);
            assertEquals("15.0.300.96", after.path("version").textValue());
            assertFalse(after.path("enabled").booleanValue());
            String offered = "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;";
            assertTrue(ran.text().contains(offered), ran.text());

            range.send(offered);
            assertTrue(provider(range).path("enabled").booleanValue());
        }
    }

    private Command.Ended run(RangeHere range) {
        InProcess program = new InProcess(folder);
        List<Object> target = List.of("--range", range.ready());
        return program.run(target, program.plan(target));
    }

    private JsonNode provider(RangeHere range) throws IOException {
        Command.Ended inspected = InProcess.say("inspect", "--range", range.ready(), "--json");
        assertEquals(0, inspected.exit(), inspected.err());
        return new ObjectMapper().readTree(inspected.text()).path("providers").path(0);
    }

    /** What the journal says of the last act that was sent and holds these words; the journal must be whole. */
    private List<Event> events(String words, RangeHere range) throws IOException, Problem.Raised {
        List<String> sent = range.acts();
        int place = 0;
        for (int i = 0; i < sent.size(); i++) {
            place = sent.get(i).contains(words) ? i + 1 : place;
        }
        int step = place;
        assertTrue(step > 0, sent.toString());
        JournalReading journal = Journal.read(new InProcess(folder).journal());
        assertEquals(new JournalReading.Whole(), journal.state());
        return journal.entries().stream()
                .filter(entry -> entry.step().filter(id -> id.number() == step).isPresent())
                .map(JournalEntry::event)
                .toList();
    }

    private static String oneLine(Command.Ended ended) {
        return ended.all().replaceAll("\\s+", " ");
    }
}
