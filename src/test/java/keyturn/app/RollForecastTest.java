package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is asked for a restart that is known to fail, however sound the new secret is. */
@BesideOthers
final class RollForecastTest {

    private static final List<Object> CHOICES = List.of(
            "--credential", "Azure_EKM_TDE_cred", "Azure_EKM_admin_cred", "--new-secret", "graph", "--restart", "now");

    @TempDir
    Path folder;

    @Test
    void noPlanRestartsAServerWhoseDllIsGone() throws Exception {
        try (RollWorld world = new RollWorld(folder, "dll-gone")) {
            Command.Ended planned = world.plan(CHOICES);
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.forecast.cause.dllGone"), planned.all());
        }
    }

    @Test
    void whatComesUpInTheRunIsToldBeforeAnybodyIsAskedToRestart() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            world.planned(CHOICES);
            List<RunEvent> waited = new ArrayList<>();
            RunResult ended = new InProcess(folder).perform(world.range, event -> {
                if (event instanceof RunEvent.Started started && started.step().number() == 8) {
                    byHand(world, "ALTER LOGIN TDE_Login DISABLE");
                }
                if (event instanceof RunEvent.Waiting) {
                    waited.add(event);
                }
            });

            assertEquals(List.of(), waited);
            var stopped = assertInstanceOf(RunResult.Stopped.class, ended, String.valueOf(ended));
            assertEquals("run.restartFails", stopped.problem().code());
            assertEquals(9, stopped.at().number());
        }
    }

    @Test
    void aRestartThatLeavesDatabasesClosedIsNotDone() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            world.planned(CHOICES);
            List<RunEvent> waited = new ArrayList<>();
            RunResult ended = new InProcess(folder).perform(world.range, event -> {
                if (event instanceof RunEvent.Waiting && waited.add(event)) {
                    byHand(world, "ALTER LOGIN TDE_Login DISABLE");
                    assertTrue(world.range.restart());
                }
            });

            assertEquals(1, waited.size());
            var stopped = assertInstanceOf(RunResult.Stopped.class, ended, String.valueOf(ended));
            assertEquals("run.notOpened", stopped.problem().code());
            assertEquals(9, stopped.at().number());
        }
    }

    private static void byHand(RollWorld world, String batch) {
        try {
            world.byHand(batch);
        } catch (IOException | SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
