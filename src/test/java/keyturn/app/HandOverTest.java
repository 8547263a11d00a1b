package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.Range;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that stopped says by which command what is left goes to somebody else, and the command does it. */
final class HandOverTest {

    private static final Pattern COMMAND = Pattern.compile("keyturn bundle \"(?<plan>[^\"]+)\" --out");

    private final Path folder;
    private final InProcess keyturn;

    HandOverTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void aStoppedRunNamesTheBundleOfItsPlan() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            List<Object> target = keyturn.target(range);
            String digest = keyturn.plan(target);
            range.setFault("provider-code=3303@backup-log:5");
            Command.Ended stopped = keyturn.run(target, digest);
            assertEquals(1, stopped.exit(), stopped.all());
            assertTrue(stopped.text().lines().toList().getLast().contains("STOPPED"), "the verdict stays last");

            Path plan = Path.of(planIn(stopped));
            Command.Ended bundled = InProcess.say("bundle", plan, "--out", folder.resolve("left"));
            assertEquals(0, bundled.exit(), bundled.all());
            assertTrue(Files.exists(folder.resolve("left").resolve("forward.sql")));

            Command.Ended resumed = InProcess.say(resume(plan, target));
            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(plan.toString(), planIn(resumed), "also where somebody only looks what is left");
            Command.Ended again = InProcess.say(resume(plan, target));
            assertFalse(COMMAND.matcher(oneLine(again)).find(), "nothing is left: " + again.all());
        }
    }

    private static Object[] resume(Path plan, List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("resume", String.valueOf(plan.getParent())));
        words.addAll(target);
        return words.toArray();
    }

    private static String planIn(Command.Ended ended) {
        Matcher command = COMMAND.matcher(oneLine(ended));
        assertTrue(command.find(), ended.all());
        return command.group("plan");
    }

    private static String oneLine(Command.Ended ended) {
        return ended.text().replaceAll("\\s+", " ");
    }
}
