package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.app.InProcess;
import keyturn.cli.page.PlanPage;
import keyturn.domain.Problem;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the packaged program, once: the range in one process, each verb in another. */
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
    void whatWasShownIsWhatTheServerGotAndTheVerdictIsPendingUntilItRestarts() throws Exception {
        try (RunningRange range = Packaged.range(folder)) {
            String digest = Packaged.plan(folder, range, plan);
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
            assertTrue(InProcess.verdict(ran).contains("PENDING RESTART"), ran.text());

            List<String> sent = range.acts();
            assertEquals(previewed(skipped(Packaged.journal(runs))), sent);
            sent.forEach(act -> assertTrue(shown.text().contains(act + "\nGO\n"), act));
            catalogIsNewAndLoadedIsOld(range);

            range.control("/restart");
            var later = Packaged.run(folder, "verify", Packaged.journal(runs), "--range", range.ready());
            assertEquals(0, later.exit(), later.all());
            assertEquals(3, approved(range, digest).exit(), "a plan whose basis has moved is refused");
        }
    }

    private Command.Ended approved(RunningRange range, String digest) {
        return InProcess.say(
                "run", plan, "--range", range.ready(), "--approve", digest, "--journal", folder.resolve("2"));
    }

    private void catalogIsNewAndLoadedIsOld(RunningRange range) throws IOException {
        var inspected = InProcess.say("inspect", "--range", range.ready(), "--json");
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
