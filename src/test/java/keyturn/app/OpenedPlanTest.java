package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;

/** A plan that is double-clicked: the window opens with it, on the way to its server. */
final class OpenedPlanTest extends WalkedWindow {

    @Override
    Optional<Path> plan() throws Exception {
        Path plan = folder.resolve("change 4711.keyturn");
        Command.Ended planned = InProcess.say("plan", "upgrade", "--practice", "healthy", "--out", plan);
        assertEquals(0, planned.exit(), planned.all());
        return SavedPlanArgument.of(plan.toString());
    }

    @Test
    void theWindowAsksForTheServerOfThePlan() {
        walk.await("#connect-page");
        assertTrue(walk.shown("#server").contains("PRACTICE01"), walk.shown("#server"));
    }

    @Test
    void onlyAFileOfThatEndingIsOne() throws Exception {
        assertEquals(Optional.empty(), SavedPlanArgument.of("inspect"));
        assertEquals(
                Optional.empty(),
                SavedPlanArgument.of(folder.resolve("none.keyturn").toString()));
        Path other = Files.writeString(folder.resolve("plan.json"), "{}");
        assertEquals(Optional.empty(), SavedPlanArgument.of(other.toString()));
        assertEquals(Optional.empty(), SavedPlanArgument.of());
    }
}
