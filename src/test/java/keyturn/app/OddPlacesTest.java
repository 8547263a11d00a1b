package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user without a place for runs is told which option names another. */
@BesideOthers
final class OddPlacesTest {

    @TempDir
    private Path folder;

    @Test
    void aRunWithoutAPlaceForItsJournalNamesTheOption() throws IOException {
        StateFolder none = new StateFolder(Files.writeString(folder.resolve("no folder"), ""));
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            Path plan = folder.resolve("plan.json");
            Command.Ended planned = InProcess.say(none, "plan", "upgrade", "--range", here.ready(), "--out", plan);
            assertEquals(0, planned.exit(), planned.all());
            String digest = InProcess.digest(planned);
            Command.Ended refused = InProcess.say(none, "run", plan, "--range", here.ready(), "--approve", digest);
            assertEquals(1, refused.exit(), refused.all());
            assertTrue(refused.err().contains("--journal"), refused.err());
            Command.Ended elsewhere = InProcess.say(
                    none,
                    "run",
                    plan,
                    "--range",
                    here.ready(),
                    "--approve",
                    digest,
                    "--journal",
                    folder.resolve("Läufe und €"));
            assertEquals(0, elsewhere.exit(), elsewhere.all());
        }
    }
}
