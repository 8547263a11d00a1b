package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.inspect.SqlReader;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.script.ApprovedPlan;
import keyturn.tools.Aside;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run for an instance, whatever becomes of the connections. */
final class RunLockTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WAIT_FOR_LOCK = "EXEC sys.sp_getapplock @Resource = N'Keyturn',"
            + " @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 20000, @DbPrincipal = N'dbo';"
            + " WAITFOR DELAY '00:00:20';";

    private final Path folder;

    RunLockTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Range range(String... faults) throws IOException {
        return Range.start(RangeOptions.of("healthy").withFaults(List.of(faults)));
    }

    @Test
    void aSecondRunIsRefusedWithWhoSinceWhenAndFromWhereAndReadsNothing() throws Exception {
        try (Range range = range("hold-request@backup-log:1")) {
            Upgrades first = new Upgrades(range, folder);
            ApprovedPlan plan = first.approved();
            var running = Aside.call(() -> run(first, plan));
            Deadline.await(
                    "the first run is in the middle of a step",
                    LIMIT,
                    () -> first.events.stream().anyMatch(RunEvent.Started.class::isInstance));

            Upgrades second = new Upgrades(range, folder);
            var refused = assertThrows(
                    Problem.Raised.class, () -> second.runner.run(plan, second.target, folder, second.setting()));
            assertEquals("run.locked", refused.problem().code());
            String who = refused.problem().detail().orElseThrow();
            assertTrue(
                    who.matches("Login practice from .+ since \\d{4}-.+, as Keyturn/[^/]+/lock, session \\d+\\."), who);

            range.release();
            assertInstanceOf(RunResult.Completed.class, running.join());
        }
    }

    private RunResult run(Upgrades upgrades, ApprovedPlan plan) {
        try {
            return upgrades.runner.run(plan, upgrades.target, folder, upgrades.setting());
        } catch (Problem.Raised notBegun) {
            throw new AssertionError(notBegun);
        }
    }

    @Test
    void aLockThatIsLostIsTakenAgainBeforeAnythingElseAndTheJournalSaysSo() throws Exception {
        try (Range range = range("drop-before@execute:3")) {
            Upgrades upgrades = new Upgrades(range, folder);
            var done = assertInstanceOf(RunResult.Completed.class, run(upgrades, upgrades.approved()));
            assertTrue(Files.readString(done.journal()).contains("\"note\":{\"kind\":\"lock-again\"}"));
        }
    }

    @Test
    void aLockThatSomebodyElseGotMeanwhileStopsTheRunBeforeTheNextAct() throws Exception {
        try (Range range = range()) {
            Upgrades upgrades = new Upgrades(range, folder);
            ApprovedPlan plan = upgrades.approved();
            RunListener listener = event -> {
                if (event instanceof RunEvent.Started started && started.step().number() == 1) {
                    Thread.ofVirtual().start(() -> waitForLock(upgrades));
                    Deadline.await("an operator waits for the lock", LIMIT, () -> isWaiting(upgrades));
                }
                if (event instanceof RunEvent.Done done && done.step().number() == 2) {
                    range.setFault("drop-before@execute:1");
                }
            };
            var result = upgrades.runner.run(plan, upgrades.target, folder, RunSetting.plain(listener, () -> false));
            var stopped = assertInstanceOf(RunResult.Stopped.class, result);
            assertEquals("run.locked", stopped.problem().code(), stopped.toString());
            assertEquals(3, stopped.at().number());
            assertEquals(2, upgrades.acts(stopped.trail().runId()).size());
        }
    }

    private static void waitForLock(Upgrades upgrades) {
        try {
            upgrades.meddle(WAIT_FOR_LOCK);
        } catch (java.sql.SQLException ended) {
            System.getLogger("test").log(System.Logger.Level.DEBUG, "the operator is gone", ended);
        }
    }

    private static boolean isWaiting(Upgrades upgrades) {
        try (var session = upgrades.connector.open(upgrades.target)) {
            var results = session.sql()
                    .read("SELECT request_session_id FROM sys.dm_tran_locks"
                            + " WHERE resource_type = N'APPLICATION' AND request_status = N'WAIT';");
            return results.getFirst() instanceof SqlReader.Rows rows
                    && !rows.rows().isEmpty();
        } catch (Problem.Raised unseen) {
            throw new AssertionError(unseen);
        }
    }
}
