package keyturn.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.Basis;
import keyturn.plan.Plan;
import keyturn.plan.RepeatBound;
import keyturn.plan.WayBack;
import keyturn.run.JournalEntry.Event;
import keyturn.run.Stretch.Opened;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;

/**
 * Performs an approved plan: takes the instance's lock, looks, journals before and after each act, verifies from a fresh
 * connection. Goes on with a run that ended early, and back to its start.
 */
public final class Runner {

    private final Connector connector;
    private final Inspector inspector;
    private final Access access;
    private final Clock clock;
    private final Duration pause;

    public Runner(Connector connector, Inspector inspector, Access access, Clock clock) {
        this(connector, inspector, access, clock, RepeatBound.PAUSE);
    }

    /** @param pause before a refused act is sent again */
    Runner(Connector connector, Inspector inspector, Access access, Clock clock, Duration pause) {
        this.connector = connector;
        this.inspector = inspector;
        this.access = access;
        this.clock = clock;
        this.pause = pause;
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
        return go(
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
        return go(
                new Stretch(
                        run.runId(),
                        part.approved(),
                        part.begun(),
                        WayBack.filesOf(run.first().plan()),
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
        return go(
                new Stretch(
                        run.runId(),
                        back,
                        List.of(),
                        WayBack.filesOf(done),
                        before -> misfit(run, back, before),
                        before -> openings.back(run, back, before)),
                target,
                setting);
    }

    private Optional<Problem> misfit(RunRecord run, ApprovedPlan back, Inspection before) {
        return WayBack.pointsBack(back.plan())
                        && WayBack.undo(run.first().plan(), before, clock.instant()) instanceof WayBack.NotOffered not
                ? Optional.of(not.because().getFirst())
                : Optional.empty();
    }

    private RunResult go(Stretch stretch, Target target, RunSetting setting) throws Problem.Raised {
        ApprovedPlan approved = stretch.approved();
        RunResult result;
        try (Access.Lock lock = access.lock(target, approved, stretch.runId());
                Acting acting = new Acting(access, target, approved, stretch.runId())) {
            Keeper keeper = new Keeper(lock);
            List<DllPath> files = new ArrayList<>(approved.plan().basis().files());
            files.addAll(stretch.files());
            Ending ending;
            try (Looking looking = new Looking(connector, inspector, target, stretch.runId(), files, keeper)) {
                Inspection before = looking.look();
                Optional<RunResult> refused = refusal(stretch, before);
                if (refused.isPresent()) {
                    return refused.get();
                }
                Optional<Problem> misfit = stretch.fit().misfit(before);
                if (misfit.isPresent()) {
                    throw new Problem.Raised(misfit.get());
                }
                acting.ready();
                ending = perform(stretch, before, keeper, looking, acting, setting);
            }
            result = tell(ending, target, stretch.runId());
        }
        if (result instanceof RunResult.Stopped stopped) {
            setting.listener().on(new RunEvent.Stopped(clock.instant(), stopped.at(), stopped.why()));
        }
        return result;
    }

    private Ending perform(
            Stretch stretch, Inspection before, Keeper keeper, Looking looking, Acting acting, RunSetting setting)
            throws Problem.Raised {
        Opened opened = stretch.opening().open(before);
        try (Journal journal = opened.journal()) {
            var notes = new Notes(journal, opened.folder().journalFile(), setting.listener(), clock);
            var performance =
                    new Performance(opened.part(), keeper, looking, acting, opened.backOut(), notes, setting, pause);
            Optional<Halt> halt = performance.perform();
            if (halt.isEmpty() && WayBack.pointsBack(stretch.approved().plan())) {
                halt = undone(stretch.approved(), notes);
            }
            return new Ending(
                    stretch.approved(),
                    stretch.runId(),
                    opened.folder(),
                    before,
                    performance.seen(),
                    performance.begun(),
                    halt);
        }
    }

    private static Optional<Halt> undone(ApprovedPlan back, Notes notes) {
        return notes.note(
                        Optional.empty(),
                        Event.UNDONE,
                        Optional.of(back.scripts().digest()),
                        Optional.empty())
                .map(problem -> new Halt(back.plan().steps().getLast().id(), Halt.Kind.JOURNAL, problem));
    }

    private static Optional<RunResult> refusal(Stretch stretch, Inspection before) {
        ApprovedPlan approved = stretch.approved();
        Plan plan = approved.plan();
        String rendered = Scripts.of(plan).digest();
        if (!rendered.equals(approved.approval().digest())) {
            return Optional.of(
                    new RunResult.Refused("digest", approved.approval().digest(), rendered));
        }
        return plan.basis()
                .firstMoved(Basis.of(before, plan.choices()), stretch.begun())
                .map(moved -> new RunResult.Refused(moved.fact(), moved.was(), moved.is()));
    }

    /** The verdict rests on a connection that had no part in the run. */
    private RunResult tell(Ending ending, Target target, String runId) {
        try (Session fresh = connector.openFor(target, runId)) {
            return ending.seen(inspector.inspect(fresh));
        } catch (Problem.Raised unseen) {
            return ending.unseen(unseen.problem());
        }
    }
}
