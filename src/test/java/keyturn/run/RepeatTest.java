package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.step.RepeatBound;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.door.Access;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.Act;
import keyturn.sql.SqlAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal that is proved to have changed nothing is sent again, so often and no more; any other is not. */
final class RepeatTest {

    private final Path folder;

    RepeatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aLockThatIsNotToBeHadIsWaitedForAndEachTimeIsInTheJournal() throws Exception {
        assertEquals(
                List.of("started 1", "failed 1", "started 1", "failed 1", "started 1", "done 1"),
                told(1222, 2, RunResult.Completed.class).subList(1, 7));
    }

    @Test
    void itIsNotWaitedForWithoutEnd() throws Exception {
        List<String> told = told(33115, 100, RunResult.Stopped.class);
        assertEquals(1 + 2 * (1 + RepeatBound.TIMES), told.size(), told.toString());
    }

    @Test
    void whatMayHaveChangedSomethingIsNotSentAgain() throws Exception {
        assertEquals(List.of("approved", "started 1", "failed 1"), told(3013, 1, RunResult.Stopped.class));
    }

    private List<String> told(int number, int times, Class<? extends RunResult> end) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades upgrades = new Upgrades(range, folder);
            var busy = new Busy(number, times);
            var runner = new Runner(upgrades.connector, upgrades.inspector, busy, Upgrades.CLOCK, Duration.ofMillis(1));
            assertInstanceOf(end, runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting()));
            try (var runs = java.nio.file.Files.list(folder)) {
                return Upgrades.told(runs.findFirst().orElseThrow());
            }
        }
    }

    /** A server whose locks others hold for a while: it refuses the first acts, and the real one answers the rest. */
    private static final class Busy implements Access {

        private final SqlAccess real = new SqlAccess();
        private final int number;
        private int left;

        private Busy(int number, int times) {
            this.number = number;
            this.left = times;
        }

        @Override
        public Lock lock(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
            return real.lock(target, plan, runId);
        }

        @Override
        public Acts open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
            Acts acts = real.open(target, plan, runId);
            return new Acts() {
                @Override
                public Outcome perform(Act act) {
                    return left-- > 0 ? refused() : acts.perform(act);
                }

                @Override
                public void close() {
                    acts.close();
                }
            };
        }

        private Outcome refused() {
            return new Refused(
                    Duration.ZERO,
                    new Problem(
                            "sql." + number,
                            Message.of("sql.act"),
                            Optional.of("Msg " + number),
                            Message.of("sql.next")));
        }
    }
}
