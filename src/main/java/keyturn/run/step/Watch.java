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
import keyturn.run.RunSetting;
import keyturn.run.journal.Notes;

/** Looks again and again until somebody else has done what the run waits for; the lock is kept meanwhile. */
public final class Watch {

    /** The code of what is told where another run holds the lock. */
    private static final String LOCKED = "run.locked";

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

    /**
     * @param scope of each look
     * @return empty: it is so now
     */
    Optional<Halt> until(Step step, Scope scope, Predicate<Inspection> over, Message what) {
        boolean told = false;
        while (true) {
            try {
                keeper.ensure();
                if (over.test(looking.look(scope))) {
                    return Optional.empty();
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
