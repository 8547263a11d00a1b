package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.practice.Range;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that turns the direction of the text beside it can be seen where people read, and is what it is where scripts run. */
final class HiddenCharactersTest {

    private static final String TURNS = "\u202E";

    @TempDir
    Path folder;

    @Test
    void theyAreShownToPeopleAndSentAsTheyAre() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Rotating.digest(new Rotating(folder)
                    .plan(
                            range,
                            "--create",
                            "rsa-2048",
                            "--to-key",
                            "made-by-run",
                            "--asymmetric-key",
                            "TDE" + TURNS + "x"));
        }
        Path plan = folder.resolve("plan.json");
        for (String form : new String[] {"--tsql", "--powershell"}) {
            Command.Ended shown = InProcess.say("show", plan, form);
            assertEquals(0, shown.exit(), shown.all());
            assertFalse(shown.text().contains(TURNS), form);
            assertTrue(shown.text().contains("u{202e}"), form);
        }
        Path bundle = folder.resolve("bundle");
        assertEquals(0, InProcess.say("bundle", plan, "--out", bundle).exit());
        assertFalse(Files.readString(bundle.resolve("change.html")).contains(TURNS));
        assertTrue(Files.readString(bundle.resolve("change.html")).contains("U+202E"));
        assertTrue(Files.readString(bundle.resolve("forward.sql")).contains("[TDE" + TURNS + "x]"));
    }
}
