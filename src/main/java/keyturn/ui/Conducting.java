package keyturn.ui;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.files.ThisMachine;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Resume;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.run.RunPort;

/**
 * The runner and the look at a run that ended early, as the run page calls them.
 *
 * @param who approves
 */
record Conducting(Runner runner, Resume resume, String who) implements RunPort {

    @Override
    public RunResult run(ApprovedPlan plan, Target target, Path folder, RunSetting setting) throws Problem.Raised {
        return runner.run(plan, target, folder, setting);
    }

    @Override
    public RunResult resume(Path journal, Target target, RunSetting setting, boolean anew) throws Problem.Raised {
        return runner.resume(journal, target, setting, anew ? Optional.of(who) : Optional.empty());
    }

    @Override
    public RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) throws Problem.Raised {
        return runner.backout(journal, back, target, setting);
    }

    @Override
    public void withdrawBackOut(Path journal) throws Problem.Raised {
        runner.withdrawBackOut(journal);
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
}
