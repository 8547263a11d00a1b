package keyturn.run.step;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Step;
import keyturn.run.RunSetting;
import keyturn.run.journal.Notes;

/** Looks again and again until somebody else has done what the run waits for; the lock is kept meanwhile. */
public final class Watch {

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
                return Optional.of(notes.stopped(step.id(), Halt.Kind.UNSEEN, unseen.problem()));
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
