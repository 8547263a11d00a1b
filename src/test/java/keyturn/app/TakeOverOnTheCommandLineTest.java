package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that stopped on another computer goes on here, and from there no more. */
@BesideOthers
final class TakeOverOnTheCommandLineTest {

    @TempDir
    Path folder;

    @Test
    void theRunGoesOnHereAloneAndIsTakenFromNoOtherServer() throws Exception {
        var keyturn = new InProcess(folder);
        var rotating = new Rotating(folder);
        Path here = folder.resolve("here");
        try (Range range = keyturn.started("healthy");
                Range other = keyturn.started("old-1040")) {
            range.setFault("drop-after@alter-provider:1");
            List<Object> target = keyturn.target(range);
            assertEquals(1, keyturn.run(target, keyturn.plan(target)).exit());
            Path there = rotating.run();

            Command.Ended elsewhere = say("take-over", there, keyturn.target(other), "--journal", here);
            assertEquals(3, elsewhere.exit(), elsewhere.all());
            assertTrue(elsewhere.err().contains("[run.other-server]"), elsewhere.all());

            Command.Ended taken = say("take-over", there, target, "--journal", here);
            assertEquals(0, taken.exit(), taken.all());
            assertEquals(3, say("resume", there, target).exit());
            Command.Ended resumed = say("resume", here.resolve(there.getFileName()), target);
            assertEquals(0, resumed.exit(), resumed.all());
        }
    }

    private static Command.Ended say(String verb, Path run, List<Object> target, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb, run));
        words.addAll(target);
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }
}
