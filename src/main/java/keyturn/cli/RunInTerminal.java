package keyturn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import keyturn.cli.page.RunTelling;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.ShutdownRequest;
import keyturn.run.step.RunSecrets;

/** Has something approved done, tells it while it goes, files its evidence; the program does not go away meanwhile. */
public final class RunInTerminal {

    private final Doors doors;
    private final Terminal terminal;
    private final Plan plan;

    public RunInTerminal(Doors doors, Terminal terminal, Plan plan) {
        this.doors = doors;
        this.terminal = terminal;
        this.plan = plan;
    }

    /** One of the runner's ways to go through a plan. */
    @FunctionalInterface
    public interface Way {
        RunResult go(RunSetting setting) throws Problem.Raised;
    }

    public Exit conduct(Optional<Path> backoutCopy, Way way) throws Ended {
        return conduct(backoutCopy, RunSecrets.NONE, way);
    }

    public Exit conduct(Optional<Path> backoutCopy, RunSecrets secrets, Way way) throws Ended {
        var telling = new RunTelling(terminal.page(), plan, step -> {});
        var setting = new RunSetting(backoutCopy, telling, new Asking(terminal), doors.ending()::asked, secrets);
        ShutdownRequest.Hold hold = doors.ending().hold();
        try {
            RunResult result = ticking(telling, () -> way.go(setting));
            if (result instanceof RunResult.Stopped stopped && !telling.hasReported(stopped.problem())) {
                ProblemText.print(terminal.messages(), stopped.problem());
            }
            return new RunClosing(doors, terminal, plan).tell(result);
        } catch (Problem.Raised notBegun) {
            throw JournalFolder.notBegun(notBegun.problem());
        } finally {
            hold.release();
        }
    }

    /** While the run waits for an answer, time passes for what is told of it. */
    private RunResult ticking(RunTelling telling, Performed run) throws Problem.Raised {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("keyturn-clock").daemon().factory());
        Future<?> ticks =
                clock.scheduleAtFixedRate(() -> telling.tick(doors.clock().instant()), 1, 1, TimeUnit.SECONDS);
        try {
            return run.go();
        } finally {
            ticks.cancel(true);
            clock.shutdownNow();
        }
    }

    @FunctionalInterface
    private interface Performed {
        RunResult go() throws Problem.Raised;
    }
}
