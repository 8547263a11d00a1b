package keyturn.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.Note;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.NotInPlace;
import keyturn.run.resume.Resume;
import keyturn.run.resume.TakeOver;
import keyturn.run.step.Halt;
import keyturn.script.ApprovedPlan;
import keyturn.script.Otherwise;

/**
 * Performs an approved plan: takes the instance's lock, looks, journals before and after each act, verifies from a fresh
 * connection. Goes on with a run that ended early, and back to its start.
 */
public final class Runner {

    private final Conductor conductor;
    private final StoppedRun stopped;
    private final TakeOver takeOver;
    private final Resume resume;
    private final Clock clock;

    public Runner(Connector connector, Inspector inspector, WriteDoors doors, Clock clock) {
        this.conductor = new Conductor(connector, inspector, doors, clock, Pauses.USUAL);
        this.stopped = new StoppedRun(connector, inspector, doors, clock, Pauses.USUAL);
        this.takeOver = new TakeOver(doors, clock);
        this.resume = new Resume(connector, inspector, clock);
        this.clock = clock;
    }

    /** @param pause between looks, and at most before a refused act is sent again */
    Runner(Connector connector, Inspector inspector, WriteDoors doors, Clock clock, Duration pause) {
        this.conductor = new Conductor(connector, inspector, doors, clock, new Pauses(pause, pause));
        this.stopped = new StoppedRun(connector, inspector, doors, clock, new Pauses(pause, pause));
        this.takeOver = new TakeOver(doors, clock);
        this.resume = new Resume(connector, inspector, clock);
        this.clock = clock;
    }

    /** The same, without a second place for the back-out, and stopping where a step fails. */
    public RunResult run(ApprovedPlan approved, Target target, Path folder, RunListener listener, BooleanSupplier stop)
            throws Problem.Raised {
        return run(approved, target, folder, RunSetting.plain(listener, stop));
    }

    /**
     * @param folder where the run's own folder is made (plan, back-out, journal; evidence comes beside them)
     * @throws Problem.Raised if the target cannot be opened, another run holds the lock ({@code run.locked}), or the journal or
     *     the back-out cannot be written, or this version would render an act otherwise ({@code run.otherwise}); nothing was
     *     changed then
     */
    public RunResult run(ApprovedPlan approved, Target target, Path folder, RunSetting setting) throws Problem.Raised {
        rendersWhatWasApproved(approved);
        String runId = RunId.next(clock);
        var openings = new Openings(clock, setting);
        return conductor.go(
                new Stretch(
                        runId,
                        approved,
                        List.of(),
                        List.of(),
                        Stretch.Intent.NONE,
                        before -> Optional.empty(),
                        before -> openings.begin(folder, runId, approved, before)),
                target,
                setting);
    }

    /**
     * Takes back that a back-out was approved, where no step of it has begun: {@link #resume} goes forward from then on.
     *
     * @throws Problem.Raised as {@link RunRecord#open}; if the journal cannot be written, or the back-out has begun
     */
    public void withdrawBackOut(Path journal) throws Problem.Raised {
        RunRecord run = ours(journal);
        if (!run.mayGoEitherWay()) {
            throw new Problem.Raised(Halt.problem("backBegun", Optional.empty()));
        }
        Openings.withdraw(run, clock);
    }

    /**
     * As {@link TakeOver#of}, once a look shows that the target is the run's server.
     *
     * @throws Problem.Raised also if it is another one ({@code run.other-server}): the lock that was taken there would keep
     *     nobody from the run, and it would be ended where it belongs
     */
    public Path takeOver(Path from, Path parent, Target target, String who, String machine) throws Problem.Raised {
        resume.look(from, target);
        return takeOver.of(from, parent, target, who, machine);
    }

    /**
     * Where the run ended while SQL Server is stopped, does what is left until SQL Server runs again; does nothing elsewhere. Only
     * then can anybody look at the server, and {@link #resume} go on.
     *
     * @throws Problem.Raised as {@link RunRecord#open}; if the journal cannot be written, or SQL Server could not be started as planned
     */
    public void finishStop(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        RunRecord run = ours(journal);
        if (!run.current().isWhileStopped()) {
            return;
        }
        raise(stopped.finish(run, target, setting));
    }

    /**
     * Where the run ended while SQL Server is stopped, takes back what was done since the stop, by what was approved with each step, and
     * so starts SQL Server with what it had; does nothing elsewhere.
     *
     * @throws Problem.Raised as {@link #finishStop}
     */
    public void takeBackStop(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        RunRecord run = ours(journal);
        if (run.current().isWhileStopped()) {
            raise(stopped.takeBack(run, target, setting));
        }
    }

    private static void raise(Optional<Halt> halt) throws Problem.Raised {
        if (halt.isPresent()) {
            throw new Problem.Raised(halt.get().problem());
        }
    }

    /** The same, where nothing was approved anew. */
    public RunResult resume(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        return resume(journal, target, setting, Optional.empty());
    }

    /**
     * Goes on with what was under way, plan or back-out, under the approval that it has. The acts are sent as they were
     * approved, whatever this version would render. What the journal has as done is not
     * done again, and must be there still; where it does not say, the look decides.
     *
     * @param journal the journal, or its folder
     * @param anew who saw what this version would render otherwise ({@link RunRecord.Part#otherwise}), and approved the plan
     *     as it is filed
     * @throws Problem.Raised as {@link #run} and {@link RunRecord#open}; {@code run.anew} where there is such a difference and
     *     nobody approved anew; {@code run.not-in-place} where a change that is journalled as done is not there
     */
    public RunResult resume(Path journal, Target target, RunSetting setting, Optional<String> anew)
            throws Problem.Raised {
        RunRecord run = ours(journal);
        RunRecord.Part part = run.current();
        List<Otherwise> otherwise = part.otherwise();
        if (!otherwise.isEmpty() && anew.isEmpty()) {
            throw new Problem.Raised(Halt.problem(
                    "anew", Optional.empty(), part.approved().scripts().digest()));
        }
        Optional<Note.ApprovedAnew> approved =
                otherwise.isEmpty() ? Optional.empty() : anew.map(Note.ApprovedAnew::new);
        var openings = new Openings(clock, setting);
        return conductor.go(
                new Stretch(
                        run.runId(),
                        part.approved(),
                        part.begun(),
                        BackOut.filesOf(run.first().plan()),
                        Stretch.Intent.NONE,
                        before -> part.left().isEmpty() ? Optional.empty() : NotInPlace.problem(part, before),
                        before -> openings.goOn(run, part, before, approved)),
                target,
                setting);
    }

    /**
     * Runs a back-out, or the ENABLE alone, that was shown and approved, in the run's own journal.
     *
     * @param back as {@link Resume#write} has filed it
     * @throws Problem.Raised as {@link #resume}; also if the back-out has begun, or does not fit any more
     */
    public RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) throws Problem.Raised {
        rendersWhatWasApproved(back);
        RunRecord run = ours(journal);
        if (run.goingBack() && !run.current().left().isEmpty()) {
            throw new Problem.Raised(Halt.problem("backBegun", Optional.empty()));
        }
        Plan done = run.first().plan();
        var openings = new Openings(clock, setting);
        return conductor.go(
                new Stretch(
                        run.runId(),
                        back,
                        List.of(),
                        BackOut.filesOf(done),
                        openings.intentOf(run, back),
                        before -> misfit(run, back, before),
                        before -> openings.back(run, back, before)),
                target,
                setting);
    }

    /** A run that goes on from another folder never goes on from this one. */
    private static RunRecord ours(Path journal) throws Problem.Raised {
        RunRecord run = RunRecord.open(journal);
        Optional<Problem> elsewhere = TakeOver.refusal(run);
        if (elsewhere.isPresent()) {
            throw new Problem.Raised(elsewhere.get());
        }
        return run;
    }

    /** A plan that nobody has begun is made again by the version that runs it. */
    private static void rendersWhatWasApproved(ApprovedPlan approved) throws Problem.Raised {
        Optional<Problem> otherwise = Otherwise.refusal(approved.plan(), approved.scripts());
        if (otherwise.isPresent()) {
            throw new Problem.Raised(otherwise.get());
        }
    }

    private Optional<Problem> misfit(RunRecord run, ApprovedPlan back, Inspection before) {
        return back.plan().direction() == Direction.BACK
                        && BackOut.undo(run.first().plan(), run.first().mayHaveChanged(), before, clock.instant())
                                instanceof BackOut.NotOffered not
                ? Optional.of(not.because().getFirst())
                : Optional.empty();
    }
}
