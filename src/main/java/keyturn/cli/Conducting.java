package keyturn.cli;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Secrets;

/** Has something approved done, tells it while it goes, files its evidence; the program does not go away meanwhile. */
final class Conducting {

    private final Doors doors;
    private final Terminal terminal;
    private final Plan plan;

    Conducting(Doors doors, Terminal terminal, Plan plan) {
        this.doors = doors;
        this.terminal = terminal;
        this.plan = plan;
    }

    /** One of the runner's ways to go through a plan. */
    @FunctionalInterface
    interface Way {
        RunResult go(RunSetting setting) throws Problem.Raised;
    }

    Exit conduct(Optional<Path> backoutCopy, Way way) throws Ended {
        return conduct(backoutCopy, Secrets.NONE, way);
    }

    Exit conduct(Optional<Path> backoutCopy, Secrets secrets, Way way) throws Ended {
        var telling = new RunTelling(terminal.page(), plan, step -> {});
        var setting = new RunSetting(backoutCopy, telling, new Asking(terminal), doors.ending()::asked, secrets);
        Ending.Hold hold = doors.ending().hold();
        try {
            RunResult result = way.go(setting);
            if (result instanceof RunResult.Stopped stopped && !telling.hasTold(stopped.problem())) {
                Problems.print(terminal.messages(), stopped.problem());
            }
            return new Closing(doors, terminal, plan).tell(result);
        } catch (Problem.Raised notBegun) {
            throw JournalFolder.notBegun(notBegun.problem());
        } finally {
            hold.release();
        }
    }
}
