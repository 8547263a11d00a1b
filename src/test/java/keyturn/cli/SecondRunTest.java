package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people start the packaged program on one instance. */
@Tag("packaged")
@BesideOthers
final class SecondRunTest {

    @TempDir
    Path folder;

    @Test
    void theSecondIsRefusedAndToldWhoRunsSinceWhenAndFromWhere() throws Exception {
        try (RunningRange range = Packaged.range(folder, "--fault", "hold-request@backup-log:1")) {
            Path plan = folder.resolve("plan.json");
            String digest = Packaged.plan(folder, range, plan);
            Path runs = folder.resolve("runs");
            Object[] run = {"run", plan, "--range", range.ready(), "--approve", digest, "--journal", runs};
            Process first = Packaged.keyturn(folder, run).start();
            try {
                Deadline.await("the first is in the middle of a step", Packaged.LIMIT, () -> started(runs));
                Command.Ended second = Packaged.run(folder, run);
                assertEquals(3, second.exit(), second.all());
                String said = second.err().replaceAll("\\s+", " ");
                assertTrue(said.contains("[run.locked]"), said);
                assertTrue(said.matches(".*Login practice from .+ since \\d{4}-.+/lock, session \\d+.*"), said);
            } finally {
                first.destroyForcibly();
            }
        }
    }

    private static boolean started(Path runs) {
        try (Stream<Path> files = Files.walk(runs)) {
            Path journal = files.filter(file -> file.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("not yet"));
            return Files.readString(journal).contains("\"started\"");
        } catch (IOException notYet) {
            return false;
        }
    }
}
