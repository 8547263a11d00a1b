package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.Plan;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Waiting;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.Notes;
import keyturn.run.journal.RunRecord.Part;

/** Performs steps that change something: looks first, writes the back-out, has the act sent, looks at what it made. */
public final class ChangeSteps {

    private final Plan plan;
    private final RunLook looking;
    private final BackOutFiles backOut;
    private final Notes notes;
    private final StepSender sender;
    private final Watch watch;
    private final Renewal renewal;

    public ChangeSteps(Part part, RunLook looking, BackOutFiles backOut, Notes notes, StepSender sender, Watch watch) {
        this.plan = part.plan();
        this.renewal = Renewal.of(part);
        this.looking = looking;
        this.backOut = backOut;
        this.notes = notes;
        this.sender = sender;
        this.watch = watch;
    }

    /** True-before: what the plan relies on must still be so, but for what its own steps changed. */
    Optional<Halt> change(Step step) {
        Scope scope = Conduct.of(step).scope();
        Inspection now;
        try {
            now = looking.look(scope);
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        Optional<Problem> misfit = StepConditions.misfit(step, now);
        if (misfit.isPresent()) {
            return Optional.of(sender.misfit(step, misfit.get()));
        }
        Holds holds = StepConditions.holds(step, now);
        if (isUnknown(step, holds)) {
            return Optional.of(unknown(step, holds));
        }
        var moved = new Relied(plan, sender.begun()).moved(now, scope);
        if (moved.isPresent()) {
            return Optional.of(stopped(step, Halt.Kind.MOVED, moved.get()));
        }
        return settled(step, holds).orElseGet(() -> send(step, now));
    }

    /** Begun, the look does not show whether it was done, and it may not simply be sent again. */
    private boolean isUnknown(Step step, Holds holds) {
        return holds instanceof Holds.Unknown
                && sender.begun().contains(step)
                && !Conduct.of(step).is(Conduct.Trait.REPEATABLE)
                && !Conduct.of(step).givesSecret()
                && !Conduct.of(step).replacesSecret();
    }

    private Halt unknown(Step step, Holds holds) {
        Optional<String> why = holds instanceof Holds.Unknown unknown
                ? Optional.of(unknown.why().text())
                : Optional.empty();
        return stopped(step, Halt.Kind.UNKNOWN, Halt.problem("unknown", why, step.id()));
    }

    /** What came of a step that need not be sent as it would be the first time; empty: it is sent. */
    private Optional<Optional<Halt>> settled(Step step, Holds holds) {
        boolean begun = sender.begun().contains(step);
        if (Conduct.of(step).givesSecret() && (begun || holds instanceof Holds.Yes)) {
            return Optional.of(again(step, holds));
        }
        if (Conduct.of(step).replacesSecret() && (!begun || isRenewed(step))) {
            return Optional.empty();
        }
        return holds instanceof Holds.Yes yes ? Optional.of(sender.settle(step, yes)) : Optional.empty();
    }

    private Optional<Halt> send(Step step, Inspection now) {
        Optional<Problem> unmet = isRenewed(step) ? Optional.empty() : Relied.unmet(step, now);
        if (unmet.isPresent()) {
            return Optional.of(stopped(step, Halt.Kind.MOVED, unmet.get()));
        }
        try {
            backOut.ofStep(step, now);
        } catch (Problem.Raised unwritten) {
            return Optional.of(stopped(step, Halt.Kind.BACKOUT, unwritten.problem()));
        }
        Optional<Halt> halt = sender.send(step);
        Optional<Scope.OneDatabase> history =
                halt.filter(why -> why.kind() == Halt.Kind.LOG_BACKUP_MISSING).flatMap(why -> Waiting.history(step));
        return history.isEmpty() ? halt.or(() -> lookAtResult(step)) : afterLogBackup(step, history.get());
    }

    /**
     * The history of backups is read after the refusal and not before each step, since a server may keep millions of them.
     */
    private Optional<Halt> afterLogBackup(Step step, Scope.OneDatabase history) {
        Waiting waiting;
        try {
            waiting = Waiting.from(history, looking.look(history));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
        return watch.until(step, history, waiting::over, waiting.words()).or(() -> change(step));
    }

    /** Nothing is built on what is not what was meant; anyone who resumes looks again, as the look may never have been had. */
    Optional<Halt> lookAtResult(Step step) {
        if (!Conduct.of(step).isLookedAtAfter()) {
            return Optional.empty();
        }
        try {
            return StepConditions.misfit(step, looking.look(Conduct.of(step).scope()))
                    .map(problem -> sender.misfit(step, problem));
        } catch (Problem.Raised unseen) {
            return Optional.of(stopped(step, Halt.Kind.UNSEEN, unseen.problem()));
        }
    }

    /**
     * A secret of that name is made once, and its text is nowhere but in the run that made it: one that is handed in stands
     * instead. Where the directory shows none of that name, or nothing, the act looks there itself before it makes one.
     */
    private Optional<Halt> again(Step step, Holds holds) {
        boolean begun = sender.begun().contains(step);
        if (begun && Renewal.isMade(plan.steps(), step)) {
            return sender.sendAnew(step);
        }
        if (begun && sender.handedIn()) {
            var instead = Message.of("run.secretInstead", StepWords.title(step));
            return sender.settle(step, new Holds.Yes(instead));
        }
        if (holds instanceof Holds.Yes yes) {
            Problem there =
                    Halt.problem("secretThere", Optional.empty(), yes.found().text());
            return Optional.of(
                    begun
                            ? stopped(step, Halt.Kind.SECRET, sender.secretGone(step, step))
                            : stopped(step, Halt.Kind.PLACE, there));
        }
        return sender.send(step);
    }

    /** It was given a secret whose text is gone, and is given another. */
    private boolean isRenewed(Step step) {
        return Conduct.of(step).replacesSecret()
                && renewal.covers(step)
                && sender.begun().contains(step);
    }

    private Halt stopped(Step step, Halt.Kind kind, Problem problem) {
        return notes.stopped(step.id(), kind, problem);
    }
}
