package keyturn.ui.wizard;

import java.util.function.Consumer;
import keyturn.domain.Problem;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.flow.Choices;
import keyturn.ui.work.Background;

/** Makes a plan anew: a fresh look, the same choices, and the old plan kept to compare with. */
public final class Replan {

    private final Draft draft;
    private final Background background;
    private final Planning planning;
    private final Look look;

    public Replan(Draft draft, Background background, Planning planning, Look look) {
        this.draft = draft;
        this.background = background;
        this.planning = planning;
        this.look = look;
    }

    /**
     * @param onward once the server has been read and the choices stand again
     * @param failed the server does not answer; all stays as it is
     */
    public void make(Plan old, Runnable onward, Consumer<Problem> failed) {
        Choices choices = old.choices();
        if (old.direction() == Direction.FORWARD) {
            var target = draft.target().get().orElseThrow();
            background.perform(
                    () -> look.at(target),
                    seen -> {
                        draft.saved().drop();
                        draft.before().set(old);
                        draft.inspection().set(seen);
                        planning.choose(choices);
                        planning.lookAtFiles(onward);
                    },
                    failed);
        }
    }
}
