package keyturn.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.startup.StartupSeen;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.ShutdownRequest;
import keyturn.run.files.ThisMachine;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.run.RunPort;

/**
 * The runner and the look at a run that ended early, as the run page calls them.
 *
 * @param startup looks at a server that starts
 * @param ending the end that the system asks for: a run comes to its next safe point first
 * @param who approves
 */
record Conducting(Runner runner, Resume resume, StartupDoor startup, ShutdownRequest ending, String who)
        implements RunPort {

    @Override
    public RunResult run(ApprovedPlan plan, Target target, Path folder, RunSetting setting) throws Problem.Raised {
        return held(setting, all -> runner.run(plan, target, folder, all));
    }

    @Override
    public RunResult resume(Path journal, Target target, RunSetting setting, boolean anew) throws Problem.Raised {
        Optional<String> again = anew ? Optional.of(who) : Optional.empty();
        return held(setting, all -> runner.resume(journal, target, all, again));
    }

    @Override
    public RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) throws Problem.Raised {
        return held(setting, all -> runner.backout(journal, back, target, all));
    }

    @Override
    public void withdrawBackOut(Path journal) throws Problem.Raised {
        runner.withdrawBackOut(journal);
    }

    @Override
    public Optional<RunRecord> whileStopped(Path journal) throws Problem.Raised {
        return Optional.of(RunRecord.open(journal)).filter(run -> run.current().isWhileStopped());
    }

    @Override
    public void finishStop(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        ShutdownRequest.Hold hold = ending.hold();
        try {
            runner.finishStop(journal, target, setting);
        } finally {
            hold.release();
        }
    }

    @Override
    public void takeBackStop(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        ShutdownRequest.Hold hold = ending.hold();
        try {
            runner.takeBackStop(journal, target, setting);
        } finally {
            hold.release();
        }
    }

    @Override
    public StartupSeen look(Target target, Instant since) throws Problem.Raised {
        return startup.look(target, since);
    }

    @Override
    public Optional<Fact<List<HostSight.Event>>> events(Target target, Instant since) throws Problem.Raised {
        return startup.events(target, since);
    }

    @Override
    public Found look(Path journal, Target target) throws Problem.Raised {
        return resume.look(journal, target);
    }

    @Override
    public Path takeOver(Path from, Path parent, Target target) throws Problem.Raised {
        return runner.takeOver(from, parent, target, who, ThisMachine.name());
    }

    @Override
    public Scripts write(RunRecord run, Plan back) throws Problem.Raised {
        return Resume.write(run, back);
    }

    @Override
    public boolean mustEnd() {
        return ending.asked();
    }

    @FunctionalInterface
    private interface Way {
        RunResult go(RunSetting setting) throws Problem.Raised;
    }

    /** While the run waits for a word nothing is under way, and it holds nobody up. */
    private RunResult held(RunSetting asked, Way way) throws Problem.Raised {
        var hold = new AtomicReference<>(ending.hold());
        Decider decider = failure -> {
            hold.get().release();
            try {
                return ending.asked() ? new Decider.Stop() : asked.decider().decide(failure);
            } finally {
                hold.set(ending.hold());
            }
        };
        var setting = new RunSetting(
                asked.backoutCopy(),
                asked.listener(),
                decider,
                () -> ending.asked() || asked.stop().getAsBoolean(),
                asked.secrets());
        try {
            return way.go(setting);
        } finally {
            hold.get().release();
        }
    }
}
