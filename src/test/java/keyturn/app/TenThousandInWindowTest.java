package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import keyturn.tools.Deadline;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A rotation of ten thousand databases in the window: how long it takes yet, a stop between two of them, and the rest. */
@Tag("matrix")
final class TenThousandInWindowTest {

    private static final int DATABASES = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String REWRAP = "ENCRYPTION KEY ENCRYPTION BY SERVER";

    @TempDir
    Path folder;

    @Test
    void itIsStoppedBetweenTwoDatabasesAndGoneOnWithToTheEnd(TestReporter reporter) throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "ten-thousand")) {
            walk.toMaking("made-in-window");
            walk.window.press("next");
            await("#preflight-page is in sight", () -> walk.window.shows("preflight-page"));
            await("#next can be pressed", () -> !walk.window.isDisabled("next"));
            walk.window.press("next");
            await("#preview-page is in sight", () -> walk.window.shows("preview-page"));
            walk.window.picture("ten-thousand-preview.png");
            long began = System.nanoTime();
            walk.window.press("approve");
            for (int share = 1; share < 4; share++) {
                int some = share * DATABASES / 12;
                await(some + " databases", () -> walk.window.acts(REWRAP) >= some);
                System.out.printf(
                        "Window, ten thousand: after %d s and %d databases it says: %s%n",
                        seconds(began), some, walk.window.text("time-left"));
            }
            walk.window.picture("ten-thousand-run.png");
            walk.window.press("stop");
            await("#ways-on says what is left", () -> says(walk, "ways-on", "steps are left"));
            walk.window.picture("ten-thousand-stopped.png");
            long stopped = walk.window.acts(REWRAP);
            assertTrue(stopped < DATABASES, stopped + " databases");
            long first = seconds(began);

            long again = System.nanoTime();
            walk.window.press("retry");
            await("#next is in sight", () -> walk.window.shows("next"));
            await("#next can be pressed", () -> !walk.window.isDisabled("next"));
            walk.window.press("next");
            await("#verdict says it", () -> says(walk, "verdict", "recovery still needs"));
            String figure = String.format(
                    "stopped after %d s and %d databases, the rest took %d s", first, stopped, seconds(again));
            reporter.publishEntry(Map.of(ResultTable.FIGURE, figure, ResultTable.GOAL, "no database twice"));
            walk.window.picture("ten-thousand-verdict.png");
            assertEquals(DATABASES, walk.window.acts(REWRAP), "no database twice");
        }
    }

    private static boolean says(VaultWindow walk, String id, String words) throws Exception {
        return walk.window.shows(id) && walk.window.text(id).contains(words);
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private static void await(String what, Callable<Boolean> condition) {
        Deadline.await(what, LIMIT, () -> {
            try {
                return condition.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }
}
