package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ended while SQL Server is stopped goes back: what it did since is undone, under the approval of the plan. */
@BesideOthers
final class StopTakenBackTest {

    @Test
    void sqlServerIsStartedWithTheFormerConnectorAndTheRunMayStillBeResumed(@TempDir Path folder) throws Exception {
        var keyturn = new InProcess(folder);
        try (Range range = keyturn.started("healthy")) {
            String digest = planned(keyturn, range, folder);
            assertThrows(
                    IllegalStateException.class,
                    () -> keyturn.perform(range, StopLaneInWindowTest.dyingOnce("merge-registry"), event -> {}));

            Command.Ended shown = say(keyturn, range, "backout");
            assertEquals(0, shown.exit(), shown.all());
            assertEquals(digest, InProcess.digest(shown));
            assertFalse(range.server().listening(), "showing does nothing");

            Command.Ended back = say(keyturn, range, "backout", "--approve", digest);
            assertEquals(0, back.exit(), back.all());
            assertTrue(range.server().listening());
            assertEquals("15.0.300.96", version(range));

            Command.Ended resumed = say(keyturn, range, "resume");
            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals("15.0.2000.440", version(range));
        }
    }

    private static String planned(InProcess keyturn, Range range, Path folder) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of("--msi", "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi"));
        words.addAll(List.of("--build", "15.0.2000.440", "--out", folder.resolve("plan.json")));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    private static Command.Ended say(InProcess keyturn, Range range, String verb, Object... more) throws Exception {
        List<Object> words = new ArrayList<>(List.of(verb, keyturn.journal()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    private static String version(Range range) {
        return range.server().instance().ekm().providers().getFirst().version().toString();
    }
}
