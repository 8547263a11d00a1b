package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.plan.step.RepeatBound;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.door.RefusalKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal that is tested to have changed nothing is sent again, so often and no more; any other is not. */
final class RepeatTest {

    private final Path folder;

    RepeatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aLockThatIsNotToBeHadIsWaitedForAndEachTimeIsInTheJournal() throws Exception {
        assertEquals(
                List.of("started 1", "failed 1", "started 1", "failed 1", "started 1", "done 1"),
                told(RefusalKind.LOCK_NOT_AVAILABLE, 2, RunResult.Completed.class)
                        .subList(1, 7));
    }

    @Test
    void itIsNotWaitedForWithoutEnd() throws Exception {
        List<String> told = told(RefusalKind.LOCK_NOT_AVAILABLE, 100, RunResult.Stopped.class);
        assertEquals(1 + 2 * (1 + RepeatBound.TIMES), told.size(), told.toString());
    }

    @Test
    void whatMayHaveChangedSomethingIsNotSentAgain() throws Exception {
        assertEquals(List.of("approved", "started 1", "failed 1"), told(RefusalKind.OTHER, 1, RunResult.Stopped.class));
    }

    private List<String> told(RefusalKind refusal, int times, Class<? extends RunResult> end) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades upgrades = new Upgrades(range, folder);
            var busy = new BusyServer(refusal, times);
            var runner = new Runner(
                    upgrades.connector, upgrades.inspector, busy.doors(), Upgrades.CLOCK, Duration.ofMillis(1));
            assertInstanceOf(end, runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting()));
            try (var runs = java.nio.file.Files.list(folder)) {
                return Upgrades.told(runs.findFirst().orElseThrow());
            }
        }
    }
}
