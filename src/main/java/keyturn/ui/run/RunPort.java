package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.Plan;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.run.startup.StartupPort;

/** What the runner does, as this page calls it. All of it waits: to be called in the background. */
public interface RunPort extends StartupPort {

    /** As {@link keyturn.run.Runner#run}. */
    RunResult run(ApprovedPlan plan, Target target, Path folder, RunSetting setting) throws Problem.Raised;

    /**
     * As {@link keyturn.run.Runner#resume}.
     *
     * @param anew the plan was approved again as it is filed
     */
    RunResult resume(Path journal, Target target, RunSetting setting, boolean anew) throws Problem.Raised;

    /** As {@link keyturn.run.Runner#backout}. */
    RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) throws Problem.Raised;

    /** As {@link keyturn.run.Runner#withdrawBackOut}. */
    void withdrawBackOut(Path journal) throws Problem.Raised;

    /** The system asks the program to end, as when somebody signs out: a run stops at its next safe point. Does not wait. */
    default boolean mustEnd() {
        return false;
    }

    /**
     * The run by its journal alone, where it may have ended while SQL Server is stopped and Keyturn does what is left there; empty
     * elsewhere.
     */
    Optional<RunRecord> whileStopped(Path journal) throws Problem.Raised;

    /** As {@link keyturn.run.Runner#finishStop}. */
    void finishStop(Path journal, Target target, RunSetting setting) throws Problem.Raised;

    /** As {@link keyturn.run.Runner#takeBackStop}. */
    void takeBackStop(Path journal, Target target, RunSetting setting) throws Problem.Raised;

    /** As {@link keyturn.run.resume.Resume#look}. */
    Found look(Path journal, Target target) throws Problem.Raised;

    /**
     * As {@link keyturn.run.resume.TakeOver#of}, by the user of this program on this machine.
     *
     * @return the run's folder here
     */
    Path takeOver(Path from, Path parent, Target target) throws Problem.Raised;

    /** As {@link keyturn.run.resume.Resume#write}. */
    Scripts write(RunRecord run, Plan back) throws Problem.Raised;
}
