package keyturn.run.step;

import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.run.RunSetting;
import keyturn.run.journal.Notes;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunRecord.Part;
import keyturn.script.Scripts.StepScript;

/**
 * Goes through the steps of one part of a run that are not settled: sees to the lock and the doors before each, has it
 * performed, asks what to do where that fails. Knows no kind of step.
 */
public final class StepLoop {

    private final Part part;
    private final Keeper keeper;
    private final OpenDoors doors;
    private final Notes notes;
    private final RunSetting setting;
    private final StepSender sender;
    private final ChangeSteps changes;
    private final AwaitedSteps awaited;

    /**
     * @param changes performs the steps that change something
     * @param awaited performs the steps that wait for somebody, or leave a file
     */
    public StepLoop(
            Part part,
            Keeper keeper,
            OpenDoors doors,
            Notes notes,
            RunSetting setting,
            StepSender sender,
            ChangeSteps changes,
            AwaitedSteps awaited) {
        this.part = part;
        this.keeper = keeper;
        this.doors = doors;
        this.notes = notes;
        this.setting = setting;
        this.sender = sender;
        this.changes = changes;
        this.awaited = awaited;
    }

    /** @return empty: all steps are done or skipped */
    public Optional<Halt> perform() {
        List<StepScript> steps = part.approved().scripts().steps();
        Reach reach = part.reach();
        SafePoints safe = SafePoints.of(steps);
        var engine = new StoppedEngine(steps, doors, notes, sender);
        Renewal renewal = Renewal.of(part);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i).step();
            boolean settled = reach.of(step).settled() && !renewal.covers(step);
            Optional<Halt> halt =
                    settled ? changes.lookAtResult(step) : untilDecided(steps.get(i), safe.before(i), engine);
            if (halt.isPresent()) {
                return halt;
            }
        }
        return Optional.empty();
    }

    /** Those alone that are done while SQL Server is stopped, up to its start; nothing is asked of anybody. */
    public Optional<Halt> performStopped() {
        List<StepScript> steps = part.approved().scripts().steps();
        Reach reach = part.reach();
        var engine = new StoppedEngine(steps, doors, notes, sender);
        for (StepScript script : steps) {
            Step step = script.step();
            if (reach.of(step).settled()) {
                continue;
            }
            if (!StoppedEngine.belongs(script)) {
                return Optional.empty();
            }
            Optional<Halt> halt = whileStopped(step);
            if (halt.isPresent()) {
                return engine.startedAgain(script, halt.get()).or(() -> halt);
            }
        }
        return Optional.empty();
    }

    /** The other way: what was done since the stop is taken back, and SQL Server is started with what it had. */
    public Optional<Halt> takeBackStopped() {
        List<StepScript> steps = part.approved().scripts().steps();
        Reach reach = part.reach();
        return steps.stream()
                .filter(StoppedEngine::belongs)
                .filter(script -> reach.of(script.step()).begun())
                .reduce((before, last) -> last)
                .flatMap(last -> new StoppedEngine(steps, doors, notes, sender).takenBackFrom(last));
    }

    private Optional<Halt> untilDecided(StepScript script, boolean safe, StoppedEngine engine) {
        Step step = script.step();
        while (true) {
            Optional<Halt> halt = safe && setting.stop().getAsBoolean()
                    ? Optional.of(stopped(step, Halt.Kind.ASKED, Halt.problem("stopped", Optional.empty())))
                    : step(step);
            if (halt.isEmpty()) {
                return halt;
            }
            if (!halt.get().kind().ofAct()) {
                return engine.startedAgain(script, halt.get()).or(() -> halt);
            }
            var failure =
                    Choosing.failure(script, halt.get(), safe, sender.begun().all());
            switch (Choosing.allowed(failure, setting.decider().decide(failure))) {
                case Decider.Retry retry -> {}
                case Decider.Skip skip -> {
                    return notes.leftOut(step.id(), skip.reason().strip());
                }
                case Decider.Undo other -> {
                    return engine.startedAgain(script, halt.get()).or(() -> halt);
                }
                case Decider.Stop other -> {
                    return engine.startedAgain(script, halt.get()).or(() -> halt);
                }
            }
        }
    }

    private Optional<Halt> step(Step step) {
        Conduct conduct = Conduct.of(step);
        return conduct.is(Conduct.Trait.ENGINE_STOPPED) && !conduct.isForOperator()
                ? whileStopped(step)
                : whileRunning(step);
    }

    private Optional<Halt> whileRunning(Step step) {
        try {
            keeper.ensure();
        } catch (Problem.Raised taken) {
            return Optional.of(stopped(step, Halt.Kind.LOCK, taken.problem()));
        }
        try {
            doors.ready();
        } catch (Problem.Raised unreachable) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unreachable.problem()));
        }
        if (keeper.wasLost()) {
            String plan = part.approved().scripts().digest();
            Optional<Halt> unwritten = notes.lockAgain(step.id(), plan);
            if (unwritten.isPresent()) {
                return unwritten;
            }
        }
        Optional<Halt> halt = perform(step);
        if (halt.isEmpty()) {
            sender.over(step);
        }
        if (halt.isEmpty() && Conduct.of(step).is(Conduct.Trait.NEW_SESSION)) {
            doors.newSqlSession();
        }
        return halt;
    }

    /** Nobody can be asked; the act looks first, and does nothing where it was done. */
    private Optional<Halt> whileStopped(Step step) {
        return Conduct.of(step).is(Conduct.Trait.STARTS_ENGINE) ? awaited.start(step) : sender.send(step);
    }

    private Optional<Halt> perform(Step step) {
        Optional<LocalPath> file = Conduct.of(step).file();
        if (file.isPresent()) {
            return awaited.file(step, file.get());
        }
        if (Conduct.of(step).waits()) {
            return awaited.await(step);
        }
        if (Conduct.of(step).is(Conduct.Trait.STARTS_ENGINE)) {
            return changes.change(step).or(() -> awaited.seen(step));
        }
        return Conduct.of(step).changes() ? changes.change(step) : sender.send(step);
    }

    private Halt stopped(Step step, Halt.Kind kind, Problem problem) {
        return notes.stopped(step.id(), kind, problem);
    }
}
