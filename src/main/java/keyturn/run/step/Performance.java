package keyturn.run.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.Plan;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Waiting;
import keyturn.run.RunSetting;
import keyturn.run.files.KeyBackupFile;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.Notes;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunRecord.Part;

/**
 * Goes through the steps of one part of a run that are not settled: sees to the lock, looks before whatever changes
 * something, writes the way back, has the act sent, asks what to do where that fails. Knows no kind of step.
 */
public final class Performance {

    private final Part part;
    private final Keeper keeper;
    private final RunLook looking;
    private final Acting acting;
    private final BackOutFiles backOut;
    private final Notes notes;
    private final RunSetting setting;
    private final Sending sending;
    private final Watch watch;

    /** @param pause between two looks while the run waits for somebody */
    public Performance(
            Part part,
            Keeper keeper,
            RunLook looking,
            Acting acting,
            BackOutFiles backOut,
            Notes notes,
            RunSetting setting,
            Sending sending,
            Duration pause) {
        this.part = part;
        this.keeper = keeper;
        this.looking = looking;
        this.acting = acting;
        this.backOut = backOut;
        this.notes = notes;
        this.setting = setting;
        this.sending = sending;
        this.watch = new Watch(keeper, looking, notes, setting, pause);
    }

    /** @return empty: all steps are done or skipped */
    public Optional<Halt> perform() {
        List<Step> steps = part.plan().steps();
        Reach reach = part.reach();
        SafePoints safe = SafePoints.of(steps);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<Halt> halt = reach.of(step).settled() ? whatItMade(step) : untilDecided(step, safe.before(i));
            if (halt.isPresent()) {
                return halt;
            }
        }
        return Optional.empty();
    }

    private Optional<Halt> untilDecided(Step step, boolean safe) {
        while (true) {
            Optional<Halt> halt = safe && setting.stop().getAsBoolean()
                    ? Optional.of(stopped(step, Halt.Kind.ASKED, Halt.problem("stopped", Optional.empty())))
                    : step(step);
            if (halt.isEmpty() || !halt.get().kind().ofAct()) {
                return halt;
            }
            var failure =
                    Choosing.failure(step, halt.get(), safe, sending.begun().all());
            switch (Choosing.allowed(failure, setting.decider().decide(failure))) {
                case Decider.Retry retry -> {}
                case Decider.Skip skip -> {
                    return notes.leftOut(step.id(), skip.reason().strip());
                }
                case Decider.Undo _, Decider.Stop _ -> {
                    return halt;
                }
            }
        }
    }

    private Optional<Halt> step(Step step) {
        try {
            keeper.ensure();
        } catch (Problem.Raised taken) {
            return Optional.of(stopped(step, Halt.Kind.LOCK, taken.problem()));
        }
        try {
            acting.ready();
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
        if (halt.isEmpty() && StepConditions.needsNewSession(step)) {
            acting.close();
        }
        return halt;
    }

    private Optional<Halt> perform(Step step) {
        Optional<LocalPath> file = StepConditions.file(step);
        if (file.isPresent()) {
            return file(step, file.get());
        }
        if (StepConditions.waits(step)) {
            return await(step);
        }
        return StepConditions.mayBeSkipped(step) ? change(step) : sending.send(step);
    }

    /**
     * What lies on this machine and was not there when the step was begun is its outcome, wherever the run was ended since;
     * what lies there before is somebody else's and stays.
     */
    private Optional<Halt> file(Step step, LocalPath file) {
        boolean begun = sending.begun().contains(step);
        try {
            Optional<KeyBackupFile.Kept> kept = KeyBackupFile.look(file);
            if (kept.isPresent() && begun) {
                return sending.settle(step, new Holds.Yes(kept.get().words()));
            }
            if (kept.isPresent()) {
                throw KeyBackupFile.there(file);
            }
        } catch (Problem.Raised place) {
            return Optional.of(stopped(step, Halt.Kind.PLACE, place.problem()));
        }
        return StepConditions.forColleague(step) ? byWord(step) : sending.send(step);
    }

    /** Nothing shows whether the colleague has done it: handed over once, then taken by the word of whoever resumes. */
    private Optional<Halt> byWord(Step step) {
        return sending.begun().contains(step)
                ? sending.byWord(step)
                : sending.hand(step).or(() -> Optional.of(handed(step)));
    }

    /** Where the vault can be seen it is watched; else the run stops here, and resuming it says that it is done. */
    private Optional<Halt> colleague(Step step) {
        if (StepConditions.givesSecret(step)) {
            return sending.handedIn() ? sending.byWord(step) : byWord(step);
        }
        Inspection now;
        try {
            now = looking.look(StepConditions.scope(step));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        return switch (StepConditions.holds(step, now)) {
            case Holds.Yes yes -> sending.settle(step, yes);
            case Holds.No no -> {
                Optional<Halt> unwritten = sending.hand(step);
                yield unwritten
                        .or(() -> watch.until(
                                step,
                                StepConditions.scope(step),
                                seen -> StepConditions.holds(step, seen) instanceof Holds.Yes,
                                Waiting.forColleague(step)))
                        .or(() -> sending.byWord(step));
            }
            case Holds.Unknown unknown -> byWord(step);
        };
    }

    private Halt handed(Step step) {
        var task = Halt.problem(
                "task", Optional.empty(), step.id(), step.about().title().text());
        return stopped(step, Halt.Kind.TASK, task);
    }

    /** Sent once what somebody else does is there. */
    private Optional<Halt> await(Step step) {
        if (StepConditions.forColleague(step)) {
            return colleague(step);
        }
        return watch.until(
                        step,
                        StepConditions.scope(step),
                        now -> StepConditions.holds(step, now) instanceof Holds.Yes,
                        step.about().why())
                .or(() -> sending.send(step));
    }

    /** True-before: what the plan relies on must still be so, but for what its own steps changed. */
    private Optional<Halt> change(Step step) {
        Scope scope = StepConditions.scope(step);
        Inspection now;
        try {
            now = looking.look(scope);
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        Optional<Problem> misfit = StepConditions.misfit(step, now);
        if (misfit.isPresent()) {
            return Optional.of(sending.misfit(step, misfit.get()));
        }
        Holds holds = StepConditions.holds(step, now);
        boolean begun = sending.begun().contains(step);
        if (holds instanceof Holds.Unknown unknown && begun && !StepConditions.givesSecret(step)) {
            var untold = Halt.problem("untold", Optional.of(unknown.why().text()), step.id());
            return Optional.of(stopped(step, Halt.Kind.UNTOLD, untold));
        }
        Plan plan = part.plan();
        var moved = new Relied(plan, sending.begun()).moved(now, scope);
        if (moved.isPresent()) {
            return Optional.of(stopped(step, Halt.Kind.MOVED, moved.get()));
        }
        if (StepConditions.givesSecret(step) && (begun || holds instanceof Holds.Yes)) {
            return again(step, holds);
        }
        if (holds instanceof Holds.Yes yes) {
            return sending.settle(step, yes);
        }
        try {
            backOut.ofStep(step, now);
        } catch (Problem.Raised unwritten) {
            return Optional.of(stopped(step, Halt.Kind.BACKOUT, unwritten.problem()));
        }
        Optional<Halt> halt = sending.send(step);
        Optional<Scope.OneDatabase> history =
                halt.flatMap(why -> Waiting.history(step, why.problem().code()));
        return history.isEmpty() ? halt.or(() -> whatItMade(step)) : onceBackedUp(step, history.get());
    }

    /**
     * The history of backups is read after the refusal and not before each step, since a server may keep millions of them.
     */
    private Optional<Halt> onceBackedUp(Step step, Scope.OneDatabase history) {
        Waiting waiting;
        try {
            waiting = Waiting.from(history, looking.look(history));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        return watch.until(step, history, waiting::over, waiting.words()).or(() -> change(step));
    }

    /** Nothing is built on what is not what was meant; whoever resumes looks again, as the look may never have been had. */
    private Optional<Halt> whatItMade(Step step) {
        if (!StepConditions.lookedAtAfter(step)) {
            return Optional.empty();
        }
        try {
            return StepConditions.misfit(step, looking.look(StepConditions.scope(step)))
                    .map(problem -> sending.misfit(step, problem));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
    }

    /**
     * A secret of that name is made once, and its text is nowhere but in the run that made it: one that is handed in stands
     * instead. Where the directory shows none of that name, or nothing, the act looks there itself before it makes one.
     */
    private Optional<Halt> again(Step step, Holds holds) {
        boolean begun = sending.begun().contains(step);
        if (begun && sending.handedIn()) {
            var instead = Message.of("run.secretInstead", step.about().title().text());
            return sending.settle(step, new Holds.Yes(instead));
        }
        if (holds instanceof Holds.Yes yes) {
            Problem there =
                    Halt.problem("secretThere", Optional.empty(), yes.found().text());
            return Optional.of(
                    begun
                            ? stopped(step, Halt.Kind.SECRET, sending.secretGone(step, step))
                            : stopped(step, Halt.Kind.PLACE, there));
        }
        return sending.send(step);
    }

    private Halt stopped(Step step, Halt.Kind kind, Problem problem) {
        return notes.stopped(step.id(), kind, problem);
    }
}
