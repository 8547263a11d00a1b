package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.cli.page.PlanPage;
import keyturn.domain.Problem;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalReading;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job on the packaged program: the range in one process, each verb in another. */
@Tag("packaged")
@BesideOthers
final class UpgradeAcrossProcessesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private Path plan = Path.of("");

    /** A blank and letters beyond ASCII in every path. */
    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("Änderung 42 鍵"));
        plan = folder.resolve("plan ü.json");
    }

    @Test
    void whatWasShownIsWhatTheServerGotAndTheVerdictIsPendingRestart() throws IOException, Problem.Raised {
        try (RunningRange range = Packaged.range(folder)) {
            String digest = plan(range);
            Command.Ended shown = Packaged.run(folder, "show", plan, "--tsql");
            assertEquals(0, shown.exit(), shown.err());

            Path runs = folder.resolve("runs");
            var ran = Packaged.run(
                    folder,
                    "run",
                    plan,
                    "--range",
                    range.ready(),
                    "--approve",
                    digest,
                    "--ticket",
                    "CHG 1",
                    "--journal",
                    runs);
            assertEquals(0, ran.exit(), ran.text() + ran.err());
            assertTrue(Packaged.lastLine(ran).contains("PENDING RESTART"), ran.text());

            List<String> sent = range.acts();
            assertEquals(previewed(skipped(Packaged.journal(runs))), sent);
            sent.forEach(act -> assertTrue(shown.text().contains(act + "\nGO\n"), act));
            catalogIsNewAndLoadedIsOld(range);

            var again = Packaged.run(folder, "run", plan, "--range", range.ready(), "--approve", digest);
            assertEquals(3, again.exit(), "a plan whose basis has moved is refused: " + again.text() + again.err());
        }
    }

    @Test
    void aDigestThatIsNotThePlansIsRefusedBeforeAnybodyConnects() throws IOException {
        try (RunningRange range = Packaged.range(folder)) {
            String digest = plan(range);
            String other = digest.substring(0, digest.length() - 1) + (digest.endsWith("0") ? "1" : "0");
            long before = Files.readAllLines(range.log()).size();
            var ran = Packaged.run(folder, "run", plan, "--range", range.ready(), "--approve", other);
            assertEquals(3, ran.exit(), ran.err());
            assertEquals(before, Files.readAllLines(range.log()).size());
        }
    }

    @Test
    void anEditedPlanIsRefused() throws IOException {
        try (RunningRange range = Packaged.range(folder)) {
            String digest = plan(range);
            String text = Files.readString(plan);
            Path edited = Files.writeString(folder.resolve("edited.json"), text.replace("[Sales]", "[Salez]"));
            assertNotEquals(text, Files.readString(edited));
            var ran = Packaged.run(folder, "run", edited, "--range", range.ready(), "--approve", digest);
            assertEquals(3, ran.exit(), ran.err());
        }
    }

    @Test
    void aLoginThatMayOnlyConnectIsToldWhichPermissionsItLacksAndGetsNoPlan() throws IOException {
        try (RunningRange range = Packaged.range(folder)) {
            var inspected = Packaged.run(folder, range.asReader(folder, "inspect"));
            assertEquals(0, inspected.exit(), inspected.err());
            assertTrue(inspected.text().contains("VIEW SERVER"), inspected.text());
            var planned = Packaged.run(
                    folder,
                    range.asReader(
                            folder,
                            "plan",
                            "upgrade",
                            "--provider",
                            "AzureKeyVault_EKM",
                            "--dll",
                            "C:\\new\\a.dll",
                            "--out",
                            plan));
            assertEquals(4, planned.exit(), planned.text() + planned.err());
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
        var planned = Packaged.run(folder, "plan", "upgrade", "--practice", scenario, "--out", plan);
        assertEquals(4, planned.exit(), planned.text() + planned.err());
        assertTrue(planned.err().contains("[" + code + "]"), planned.err());
        assertTrue(planned.err().contains(word), planned.err());
        assertFalse(Files.exists(plan));
    }

    @Test
    void afterTheRestartALaterLookSaysDoneAndAddsItToTheEvidence() throws Exception {
        try (RunningRange range = Packaged.range(folder)) {
            Path runs = folder.resolve("runs");
            var ran = Packaged.run(
                    folder, "run", plan, "--range", range.ready(), "--approve", plan(range), "--journal", runs);
            assertEquals(0, ran.exit(), ran.text() + ran.err());
            Path own = Packaged.journal(runs).resolveSibling("");

            var early = Packaged.run(folder, "verify", own, "--range", range.ready());
            assertEquals(4, early.exit(), early.text() + early.err());
            assertTrue(Packaged.lastLine(early).contains("PENDING RESTART"), early.text());

            range.control("/restart");
            var later = Packaged.run(folder, "verify", Packaged.journal(runs), "--range", range.ready());
            assertEquals(0, later.exit(), later.text() + later.err());
            assertFalse(later.text().contains("unknown: "), later.text());

            JsonNode filed = JSON.readTree(own.resolve("verification-2.json").toFile());
            assertEquals("DONE", filed.path("verification").path("overall").asText());
            JournalReading whole = Journal.read(Packaged.journal(runs));
            assertEquals(new JournalReading.Whole(), whole.state());
            assertEquals(JournalEntry.Event.VERIFIED, whole.entries().getLast().event());

            Path edited = Packaged.journal(runs);
            Files.writeString(edited, Files.readString(edited).replace("\"done\"", "\"skipped\""));
            assertEquals(
                    3,
                    Packaged.run(folder, "verify", own, "--range", range.ready())
                            .exit());
        }
    }

    private String plan(RunningRange range) {
        return Packaged.plan(folder, range, plan);
    }

    private void catalogIsNewAndLoadedIsOld(RunningRange range) throws IOException {
        var inspected = Packaged.run(folder, "inspect", "--range", range.ready(), "--json");
        assertEquals(0, inspected.exit(), inspected.err());
        JsonNode provider = JSON.readTree(inspected.text()).path("providers").path(0);
        assertTrue(provider.path("dllPath").textValue().contains("15.0.2000.440"), provider.toString());
        assertFalse(provider.path("loaded").path("path").textValue().contains("15.0.2000.440"), provider.toString());
    }

    private List<String> previewed(Set<Integer> skipped) throws IOException, Problem.Raised {
        Scripts scripts = PlanFile.read(Files.readString(plan), "plan").scripts();
        return scripts.steps().stream()
                .filter(step -> !skipped.contains(step.id().number()))
                .map(PlanPage::tsql)
                .toList();
    }

    private static Set<Integer> skipped(Path journal) throws IOException {
        Set<Integer> skipped = new HashSet<>();
        for (String line : Files.readAllLines(journal)) {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("event").asText().equals("skipped")) {
                skipped.add(entry.path("step").asInt());
            }
        }
        return skipped;
    }
}
