package keyturn.run.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Waiting;
import keyturn.plan.words.StepWords;
import keyturn.run.files.KeyBackupFile;
import keyturn.run.journal.Notes;

/** Performs steps whose outcome no look at the server shows, and those that wait until somebody else has done something. */
public final class AwaitedSteps {

    private final RunLook looking;
    private final Notes notes;
    private final StepSender sender;
    private final Watch watch;
    private final Deque<Step> handedOn = new ArrayDeque<>();

    public AwaitedSteps(RunLook looking, Notes notes, StepSender sender, Watch watch) {
        this.looking = looking;
        this.notes = notes;
        this.sender = sender;
        this.watch = watch;
    }

    /**
     * What lies on this machine and was not there when the step was begun is its outcome, wherever the run was ended since;
     * what lies there before is somebody else's and stays.
     */
    Optional<Halt> file(Step step, LocalPath file) {
        boolean begun = sender.begun().contains(step);
        try {
            Optional<KeyBackupFile.Kept> kept = KeyBackupFile.look(file);
            if (kept.isPresent() && begun) {
                return sender.settle(step, new Holds.Yes(kept.get().words()));
            }
            if (kept.isPresent()) {
                throw KeyBackupFile.there(file);
            }
        } catch (Problem.Raised place) {
            return Optional.of(stopped(step, Halt.Kind.PLACE, place.problem()));
        }
        return Conduct.of(step).isForOperator() ? asStated(step) : sender.send(step);
    }

    /** Sent once what somebody else does is there. */
    Optional<Halt> await(Step step) {
        if (Conduct.of(step).isForOperator()) {
            if (Conduct.of(step).is(Conduct.Trait.SHOWN_LATER)) {
                return handedOn(step);
            }
            if (Conduct.of(step).is(Conduct.Trait.STARTS_ENGINE)) {
                return operatorsStart(step);
            }
            return Conduct.of(step).givesSecret() ? operatorsSecret(step) : operator(step);
        }
        if (Conduct.of(step).interrupts()) {
            return new RestartWait(looking, notes, watch)
                    .until(step)
                    .or(sender::fresh)
                    .or(() -> sender.send(step));
        }
        return watch.until(
                        step,
                        Conduct.of(step).scope(),
                        now -> isOver(step, now),
                        StepWords.of(step).why())
                .or(() -> sender.send(step));
    }

    /** A server that has started and opened less than it should is no longer waited for: the tests that follow say so. */
    private static boolean isOver(Step step, Inspection now) {
        return switch (StepConditions.holds(step, now)) {
            case Holds.Yes yes -> true;
            case Holds.No no -> Conduct.of(step).interrupts();
            case Holds.Unknown unknown -> false;
        };
    }

    /** SQL Server is started by our own act, and seen to be up again; empty of a lock and of sessions until then. */
    Optional<Halt> start(Step step) {
        return sender.send(step).or(() -> seen(step));
    }

    /** Waits until it is seen to have been started. */
    Optional<Halt> seen(Step step) {
        return watch.until(
                        step,
                        Conduct.of(step).scope(),
                        now -> isOver(step, now),
                        StepWords.of(step).trueAfter())
                .or(sender::fresh);
    }

    /** Handed over, and gone on with: a later step shows whether the operator did it. */
    private Optional<Halt> handedOn(Step step) {
        handedOn.add(step);
        return sender.hand(step);
    }

    /** The operator has SQL Server started anew; what was handed over before it is then taken as done. */
    private Optional<Halt> operatorsStart(Step step) {
        return sender.hand(step)
                .or(() -> watch.until(
                        step, Conduct.of(step).scope(), now -> isOver(step, now), Waiting.forOperator(step)))
                .or(sender::fresh)
                .or(this::allStated)
                .or(() -> sender.asStated(step));
    }

    private Optional<Halt> allStated() {
        Optional<Halt> halt = Optional.empty();
        while (halt.isEmpty() && !handedOn.isEmpty()) {
            halt = sender.asStated(handedOn.removeFirst());
        }
        return halt;
    }

    private Optional<Halt> operatorsSecret(Step step) {
        return sender.handedIn() ? sender.asStated(step) : asStated(step);
    }

    /** Where the vault can be seen it is watched; else the run stops here, and resuming it says that it is done. */
    private Optional<Halt> operator(Step step) {
        Inspection now;
        try {
            now = looking.look(Conduct.of(step).scope());
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        return switch (StepConditions.holds(step, now)) {
            case Holds.Yes yes -> sender.settle(step, yes);
            case Holds.No no -> handOverAndWatch(step);
            case Holds.Unknown unknown -> asStated(step);
        };
    }

    private Optional<Halt> handOverAndWatch(Step step) {
        Optional<Halt> unwritten = sender.hand(step);
        return unwritten
                .or(() -> watch.until(
                        step,
                        Conduct.of(step).scope(),
                        seen -> StepConditions.holds(step, seen) instanceof Holds.Yes,
                        Waiting.forOperator(step)))
                .or(() -> sender.asStated(step));
    }

    /** Nothing shows whether the operator has done it: handed over once, then taken by the word of anyone who resumes. */
    private Optional<Halt> asStated(Step step) {
        return sender.begun().contains(step) ? sender.asStated(step) : sender.handOver(step);
    }

    private Halt stopped(Step step, Halt.Kind kind, Problem problem) {
        return notes.stopped(step.id(), kind, problem);
    }
}
