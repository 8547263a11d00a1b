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
import keyturn.plan.step.RepeatBound;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Resume;
import keyturn.run.step.Halt;
import keyturn.script.ApprovedPlan;

/**
 * Performs an approved plan: takes the instance's lock, looks, journals before and after each act, verifies from a fresh
 * connection. Goes on with a run that ended early, and back to its start.
 */
public final class Runner {

    private final Conductor conductor;
    private final Clock clock;

    public Runner(Connector connector, Inspector inspector, WriteDoors doors, Clock clock) {
        this(connector, inspector, doors, clock, RepeatBound.PAUSE);
    }

    /** @param pause before a refused act is sent again */
    Runner(Connector connector, Inspector inspector, WriteDoors doors, Clock clock, Duration pause) {
        this.conductor = new Conductor(connector, inspector, doors, clock, pause);
        this.clock = clock;
    }

    /** The same, without a second place for the way back, and stopping where a step fails. */
    public RunResult run(ApprovedPlan approved, Target target, Path folder, RunListener listener, BooleanSupplier stop)
            throws Problem.Raised {
        return run(approved, target, folder, RunSetting.plain(listener, stop));
    }

    /**
     * @param folder where the run's own folder is made (plan, way back, journal; evidence comes beside them)
     * @throws Problem.Raised if the target cannot be opened, another run holds the lock ({@code run.locked}), or the journal or
     *     the way back cannot be written; nothing was changed then
     */
    public RunResult run(ApprovedPlan approved, Target target, Path folder, RunSetting setting) throws Problem.Raised {
        String runId = RunId.next(clock);
        var openings = new Openings(clock, setting);
        return conductor.go(
                new Stretch(
                        runId,
                        approved,
                        List.of(),
                        List.of(),
                        before -> Optional.empty(),
                        before -> openings.begin(folder, runId, approved, before)),
                target,
                setting);
    }

    /**
     * Goes on with what was under way, plan or way back, under the approval that it has. What the journal has as done is not
     * done again; where it does not say, the look decides.
     *
     * @param journal the journal, or its folder
     * @throws Problem.Raised as {@link #run} and {@link RunRecord#open}
     */
    public RunResult resume(Path journal, Target target, RunSetting setting) throws Problem.Raised {
        RunRecord run = RunRecord.open(journal);
        RunRecord.Part part = run.current();
        var openings = new Openings(clock, setting);
        return conductor.go(
                new Stretch(
                        run.runId(),
                        part.approved(),
                        part.begun(),
                        BackOut.filesOf(run.first().plan()),
                        before -> Optional.empty(),
                        before -> openings.goOn(run, part)),
                target,
                setting);
    }

    /**
     * Runs a way back, or the ENABLE alone, that was shown and approved, in the run's own journal.
     *
     * @param back as {@link Resume#write} has filed it
     * @throws Problem.Raised as {@link #resume}; also if the way back has begun, or does not fit any more
     */
    public RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) throws Problem.Raised {
        RunRecord run = RunRecord.open(journal);
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
                        before -> misfit(run, back, before),
                        before -> openings.back(run, back, before)),
                target,
                setting);
    }

    private Optional<Problem> misfit(RunRecord run, ApprovedPlan back, Inspection before) {
        return back.plan().direction() == Direction.BACK
                        && BackOut.undo(run.first().plan(), run.first().mayHaveChanged(), before, clock.instant())
                                instanceof BackOut.NotOffered not
                ? Optional.of(not.because().getFirst())
                : Optional.empty();
    }
}
