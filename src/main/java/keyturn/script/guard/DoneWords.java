package keyturn.script.guard;

import keyturn.domain.Message;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;
import keyturn.script.act.Act;

/** What a script says of a step that it leaves out. */
public final class DoneWords {

    private DoneWords() {}

    /**
     * That the key is opened shows that it was made in the vault, and nothing of what else is done outside SQL Server.
     *
     * @param id the number of the step in this script
     */
    public static Message of(StepId id, Step step, Act act) {
        return Message.of(isShown(step, act) ? "script.guard.done" : "script.guard.unseen", id);
    }

    /** What SQL Server has shows that the step was done; or the step itself looks, and does nothing where it was. */
    public static boolean isShown(Step step, Act act) {
        return act.isSql()
                || step.asVault().flatMap(VaultStep::asCreate).isPresent()
                || step.asDirectory().flatMap(DirectoryStep::asRemove).isPresent();
    }
}
