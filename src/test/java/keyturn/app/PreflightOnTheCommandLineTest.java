package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code plan} says of the preflight to who reads it in a terminal. */
final class PreflightOnTheCommandLineTest {

    private static final String ASKS = "please confirm";

    private final Path folder;
    private final InProcess keyturn;

    PreflightOnTheCommandLineTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void whatNeedsALookIsToldWithWhatToDoAndTheRestIsCounted() throws IOException {
        try (Range range = keyturn.started("busy")) {
            String said = planned(range, "open.json", "--host", "none");
            assertTrue(said.contains("found no problem"), said);
            assertTrue(said.contains("Visual C++ runtime"), said);
            assertTrue(said.contains(ASKS), said);
            assertTrue(said.contains("billing"), "who holds a session: " + said);
        }
    }

    @Test
    void whatTheDbaConfirmedIsNotAskedForAgain() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            String open = planned(range, "open.json", "--host", "none");
            String confirmed = planned(
                    range,
                    "confirmed.json",
                    "--host",
                    "none",
                    "--confirm",
                    "vc-runtime",
                    "dot-net",
                    "registry-rights",
                    "account-reads");
            assertTrue(open.contains(ASKS), open);
            assertFalse(confirmed.contains(ASKS), confirmed);
        }
    }

    @Test
    void whatTheHostShowsIsNotAskedFor() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            assertFalse(planned(range, "seen.json").contains(ASKS));
        }
    }

    /** What the host shows to be wrong, nobody can confirm away. */
    @ParameterizedTest
    @CsvSource({
        "no-vcredist, plan.upgrade.lacks.vc-runtime, in-place",
        "two-instances, plan.upgrade.lacks.no-other-instance, stop"
    })
    void whatTheHostShowsToBeWrongBlocks(String scenario, String code, String lane) throws IOException {
        try (Range range = keyturn.started(scenario)) {
            List<Object> words = new ArrayList<>(List.of("plan", "upgrade", "--lane", lane));
            words.addAll(keyturn.target(range));
            if (lane.equals("stop")) {
                words.addAll(List.of("--msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi"));
                words.addAll(List.of("--build", "15.0.2000.440"));
            }
            words.addAll(List.of("--out", folder.resolve("plan.json"), "--confirm", "vc-runtime", "no-other-instance"));
            Command.Ended ended = InProcess.say(words.toArray());
            assertEquals(4, ended.exit(), ended.all());
            assertTrue(ended.all().contains(code), ended.all());
        }
    }

    private String planned(Range range, String file, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of("--out", folder.resolve(file)));
        words.addAll(List.of(choices));
        Command.Ended ended = InProcess.say(words.toArray());
        assertEquals(0, ended.exit(), ended.all());
        return ended.text().replaceAll("\\s+", " ");
    }
}
