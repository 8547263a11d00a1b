package keyturn.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.plan.Basis;
import keyturn.plan.Holds;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;
import keyturn.plan.Waiting;
import keyturn.run.RunRecord.Part;

/**
 * Goes through the steps of one part of a run that are not settled: sees to the lock, looks before whatever changes
 * something, writes the way back, has the act sent, asks what to do where that fails. Knows no kind of step.
 */
final class Performance {

    private final Part part;
    private final Keeper keeper;
    private final Looking looking;
    private final Acting acting;
    private final BackOutFiles backOut;
    private final Notes notes;
    private final RunSetting setting;
    private final Sending sending;
    private final Watch watch;

    /** @param pause between two looks while the run waits for somebody */
    Performance(
            Part part,
            Keeper keeper,
            Looking looking,
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
    Optional<Halt> perform() {
        List<Step> steps = part.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<Halt> halt =
                    part.reached(steps.get(i)).settled() ? whatItMade(steps.get(i)) : untilDecided(i, steps);
            if (halt.isPresent()) {
                return halt;
            }
        }
        return Optional.empty();
    }

    private Optional<Halt> untilDecided(int index, List<Step> steps) {
        Step step = steps.get(index);
        boolean safe = SafePoints.before(index, steps);
        while (true) {
            Optional<Halt> halt = safe && setting.stop().getAsBoolean()
                    ? Optional.of(stopped(step, Halt.Kind.ASKED, Halt.problem("stopped", Optional.empty())))
                    : step(step);
            if (halt.isEmpty() || !halt.get().kind().ofAct()) {
                return halt;
            }
            var failure = Choosing.failure(step, halt.get(), safe, sending.begun());
            switch (Choosing.allowed(failure, setting.decider().decide(failure))) {
                case Decider.Retry retry -> {}
                case Decider.Skip skip -> {
                    return notes.leftOut(step.id(), skip.reason().strip());
                }
                case Decider.Undo undo -> {
                    return halt;
                }
                case Decider.Stop stop -> {
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
        Optional<Halt> halt = StepConditions.waits(step)
                ? await(step)
                : StepConditions.mayBeSkipped(step) ? change(step) : sending.send(step);
        if (halt.isEmpty() && StepConditions.needsNewSession(step)) {
            acting.close();
        }
        return halt;
    }

    /** Where the vault can be seen it is watched; else the run stops here, and resuming it says that it is done. */
    private Optional<Halt> colleague(Step step) {
        Inspection now;
        try {
            now = looking.look();
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
                                seen -> StepConditions.holds(step, seen) instanceof Holds.Yes,
                                Waiting.forColleague(step)))
                        .or(() -> sending.byWord(step));
            }
            case Holds.Unknown unknown ->
                sending.begun().contains(step)
                        ? sending.byWord(step)
                        : sending.hand(step).or(() -> Optional.of(handed(step)));
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
                        now -> StepConditions.holds(step, now) instanceof Holds.Yes,
                        step.about().why())
                .or(() -> sending.send(step));
    }

    /** True-before: what the plan relies on must still be so, but for what its own steps changed. */
    private Optional<Halt> change(Step step) {
        Inspection now;
        try {
            now = StepConditions.inVault(step) ? looking.look() : looking.lookAtServer();
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        Optional<Problem> misfit = StepConditions.misfit(step, now);
        if (misfit.isPresent()) {
            return Optional.of(sending.misfit(step, misfit.get()));
        }
        Holds holds = StepConditions.holds(step, now);
        if (holds instanceof Holds.Unknown unknown && sending.begun().contains(step)) {
            var untold = Halt.problem("untold", Optional.of(unknown.why().text()), step.id());
            return Optional.of(stopped(step, Halt.Kind.UNTOLD, untold));
        }
        Plan plan = part.plan();
        var moved = plan.basis().firstMoved(Basis.of(now, plan.choices()), sending.begun());
        if (moved.isPresent()) {
            return Optional.of(stopped(step, Halt.Kind.MOVED, Halt.moved(moved.get())));
        }
        if (holds instanceof Holds.Yes yes) {
            return sending.settle(step, yes);
        }
        try {
            backOut.ofStep(plan, step, now);
        } catch (Problem.Raised unwritten) {
            return Optional.of(stopped(step, Halt.Kind.BACKOUT, unwritten.problem()));
        }
        Optional<Halt> halt = sending.send(step);
        Optional<Waiting> waiting =
                halt.flatMap(why -> Waiting.after(step, why.problem().code(), now));
        return waiting.isEmpty()
                ? halt.or(() -> whatItMade(step))
                : watch.until(step, waiting.get()::over, waiting.get().words()).or(() -> change(step));
    }

    /** Nothing is built on what is not what was meant; whoever resumes looks again, as the look may never have been had. */
    private Optional<Halt> whatItMade(Step step) {
        if (!StepConditions.lookedAtAfter(step)) {
            return Optional.empty();
        }
        try {
            return StepConditions.misfit(step, looking.look()).map(problem -> sending.misfit(step, problem));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
    }

    private Halt stopped(Step step, Halt.Kind kind, Problem problem) {
        return notes.stopped(step.id(), kind, problem);
    }
}
