package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.ShutdownRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody signs out while a run goes in the window. */
final class SignedOutTest {

    private static final String CHANGE = "FROM FILE";

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicInteger holds = new AtomicInteger();

    private final ShutdownRequest ending = new ShutdownRequest() {
        @Override
        public boolean asked() {
            return asked.get();
        }

        @Override
        public Hold hold() {
            holds.incrementAndGet();
            return holds::decrementAndGet;
        }
    };

    @Test
    void theRunStopsAfterItsStepAndTheProgramIsHeldUntilThen(@TempDir Path folder) throws Exception {
        Range range = Range.start(RangeOptions.of("healthy"));
        range.setFault("hold-response@backup-log:2");
        try (LiveWindow window = new LiveWindow(folder, range, this::behind)) {
            window.approve();
            window.await("stop");
            keyturn.tools.Deadline.await(
                    "a step is under way",
                    java.time.Duration.ofSeconds(60),
                    () -> range.server().held() > 0);
            assertEquals(1, holds.get(), "the program does not go away");
            asked.set(true);
            window.await("ending");
            range.release();
            window.await("ways-on");
            assertEquals(0, holds.get());
            assertEquals(0, window.acts(CHANGE), "the steps after it were not sent");
            assertTrue(
                    window.rows("run-steps").get(1).contains("DONE"),
                    window.rows("run-steps").get(1));
        }
    }

    private Behind behind(Range range) {
        Behind server = Behind.server(range);
        return new Behind(server.connector(), server.doors(), server.worlds(), ending);
    }
}
