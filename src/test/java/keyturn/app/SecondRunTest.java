package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.Aside;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people start a run on one instance. */
@BesideOthers
final class SecondRunTest {

    @TempDir
    Path folder;

    @Test
    void theSecondIsRefusedAndToldWhoRunsSinceWhenAndFromWhere() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy", "hold-request@backup-log:1")) {
            InProcess program = new InProcess(folder);
            List<Object> target = List.of("--range", range.ready());
            String digest = program.plan(target);
            var first = Aside.call(() -> program.run(target, digest));
            Deadline.await("the first is in the middle of a step", Walk.LIMIT, () -> started(program));
            Command.Ended second = program.run(target, digest);
            assertEquals(3, second.exit(), second.all());
            String said = second.err().replaceAll("\\s+", " ");
            assertTrue(said.contains("[run.locked]"), said);
            assertTrue(said.matches(".*Login practice from .+ since \\d{4}-.+/lock, session \\d+.*"), said);

            range.range().release();
            assertEquals(0, first.join().exit(), first.join().all());
        }
    }

    private static boolean started(InProcess program) {
        try {
            return Files.readString(program.journal()).contains("\"started\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}
