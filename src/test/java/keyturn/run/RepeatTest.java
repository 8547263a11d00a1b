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
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.run.door.SqlWriter;
import keyturn.run.door.WriteDoors;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.SqlAct;
import keyturn.sql.SqlAccess;
import keyturn.tools.RealDoors;
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
            var busy = new Busy(refusal, times);
            var runner = new Runner(
                    upgrades.connector, upgrades.inspector, busy.doors(), Upgrades.CLOCK, Duration.ofMillis(1));
            assertInstanceOf(end, runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting()));
            try (var runs = java.nio.file.Files.list(folder)) {
                return Upgrades.told(runs.findFirst().orElseThrow());
            }
        }
    }

    /** A server whose locks others hold for a while: it refuses the first acts, and the real one answers the rest. */
    private static final class Busy {

        private final RefusalKind refusal;
        private int left;

        private Busy(RefusalKind refusal, int times) {
            this.refusal = refusal;
            this.left = times;
        }

        WriteDoors doors() {
            WriteDoors real = RealDoors.all();
            return new WriteDoors(real.lock(), this::open, real.vault(), real.directory());
        }

        private SqlWriter open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
            SqlWriter real = SqlAccess.open(target, plan, runId);
            return new SqlWriter() {
                @Override
                public Outcome perform(SqlAct act) {
                    return left-- > 0 ? refused() : real.perform(act);
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        }

        private Outcome refused() {
            return new Outcome.Refused(
                    new Problem("sql.busy", Message.of("sql.act"), Optional.of("busy"), Message.of("sql.next")),
                    refusal);
        }
    }
}
