package keyturn.run.step;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.RunSetting;
import keyturn.run.journal.Notes;

/** Looks again and again until somebody else has done what the run waits for; the lock is kept meanwhile. */
public final class Watch {

    /** The code of what is told where another run holds the lock. */
    private static final String LOCKED = "run.locked";

    /** Looks between two questions whether something is against it: one whole look costs more than several small ones. */
    private static final int ASKED_EVERY = 3;

    private final Keeper keeper;
    private final RunLook looking;
    private final Notes notes;
    private final RunSetting setting;
    private final Duration pause;

    /** @param pause between two looks */
    public Watch(Keeper keeper, RunLook looking, Notes notes, RunSetting setting, Duration pause) {
        this.keeper = keeper;
        this.looking = looking;
        this.notes = notes;
        this.setting = setting;
        this.pause = pause;
    }

    /** While it is restarted nobody can look, and logins are refused; that another run has the lock is another matter. */
    private static boolean isAway(Step step, Problem problem) {
        return Conduct.of(step).interrupts() && !problem.code().equals(LOCKED);
    }

    /** What ends the wait before it is over. */
    interface Against {
        /** @return empty: nothing does */
        Optional<Halt> ask() throws Problem.Raised;
    }

    /**
     * @param scope of each look
     * @return empty: it is so now
     */
    Optional<Halt> until(Step step, Scope scope, Predicate<Inspection> over, Message what) {
        return until(step, scope, Optional::empty, over, what);
    }

    /**
     * For what the step says, in looks of its own scope.
     *
     * @param against asked before anybody is told what the run waits for, and now and then while it waits
     */
    Optional<Halt> until(Step step, Against against, Predicate<Inspection> over) {
        Conduct conduct = Conduct.of(step);
        return until(step, conduct.scope(), against, over, StepWords.of(step).why());
    }

    private Optional<Halt> until(Step step, Scope scope, Against against, Predicate<Inspection> over, Message what) {
        boolean told = false;
        for (int looks = 0; ; looks++) {
            try {
                keeper.ensure();
                if (over.test(looking.look(scope))) {
                    return Optional.empty();
                }
                Optional<Halt> wrong = !told || looks % ASKED_EVERY == 0 ? against.ask() : Optional.empty();
                if (wrong.isPresent()) {
                    return wrong;
                }
            } catch (Problem.Raised unseen) {
                if (!isAway(step, unseen.problem())) {
                    return Optional.of(notes.stopped(step.id(), Halt.Kind.UNSEEN, unseen.problem()));
                }
            }
            if (!told) {
                Optional<Halt> unwritten = notes.waiting(step.id(), what);
                if (unwritten.isPresent()) {
                    return unwritten;
                }
                told = true;
            }
            if (!Repeats.waited(pause, setting.stop())) {
                var asked = Halt.problem("stopped", Optional.empty());
                return Optional.of(notes.stopped(step.id(), Halt.Kind.ASKED, asked));
            }
        }
    }
}
