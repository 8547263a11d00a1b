package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on the server, as anyone who started the packaged program sees it. */
@Tag("packaged")
@BesideOthers
final class UpgradeThatFailsTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatAnswersDoneAndDoesNothingIsNotMet() throws Exception {
        try (RunningRange range = Packaged.range(folder, "--fault", "hollow@alter-provider")) {
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(Packaged.lastLine(ran).contains("NOT CONFIRMED"), ran.text());
            assertEquals("15.0.300.96", provider(range).path("version").textValue());
            assertEquals(
                    List.of(Event.STARTED, Event.DONE),
                    events("ALTER CRYPTOGRAPHIC PROVIDER", range),
                    "the server said that it was done, and no more is claimed");
        }
    }

    @Test
    void aDatabaseWhoseKeyIsGoneStopsTheFirstTestAndNothingIsChanged() throws Exception {
        try (RunningRange range = Packaged.range(folder, "--scenario", "key-gone")) {
            JsonNode before = provider(range);
            Command.Ended ran = run(range);
            assertEquals(1, ran.exit(), ran.all());
            assertTrue(Packaged.lastLine(ran).contains("STOPPED"), ran.text());
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
    void aDllWithoutASoundSignatureIsRefusedAndTheOldOneStaysRegistered() throws Exception {
        try (RunningRange range = Packaged.range(folder, "--fault", "bad-signature@alter-provider")) {
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
        try (RunningRange range = Packaged.range(folder, "--scenario", "disabled-after", "--fault", fault)) {
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

    private Command.Ended run(RunningRange range) {
        Path plan = folder.resolve("plan.json");
        String digest = Packaged.plan(folder, range, plan);
        return Packaged.run(
                folder,
                "run",
                plan,
                "--range",
                range.ready(),
                "--approve",
                digest,
                "--journal",
                folder.resolve("runs"));
    }

    private JsonNode provider(RunningRange range) throws IOException {
        Command.Ended inspected = Packaged.run(folder, "inspect", "--range", range.ready(), "--json");
        assertEquals(0, inspected.exit(), inspected.err());
        return new ObjectMapper().readTree(inspected.text()).path("providers").path(0);
    }

    /** What the journal says of the last act that was sent and holds these words; the journal must be whole. */
    private List<Event> events(String words, RunningRange range) throws IOException, Problem.Raised {
        List<String> sent = range.acts();
        int place = 0;
        for (int i = 0; i < sent.size(); i++) {
            place = sent.get(i).contains(words) ? i + 1 : place;
        }
        int step = place;
        assertTrue(step > 0, sent.toString());
        JournalReading journal = Journal.read(Packaged.journal(folder.resolve("runs")));
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
