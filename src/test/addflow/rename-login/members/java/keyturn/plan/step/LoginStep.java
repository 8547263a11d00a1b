package keyturn.plan.step;

import java.util.List;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Scope;

/** The steps with logins that are made from keys. */
public sealed interface LoginStep extends Step {

    /**
     * {@code ALTER LOGIN … WITH NAME}: its key, its credential and its SID stay.
     *
     * @param key from which the login is made
     * @param back undoes a step that gave the other name
     */
    record RenameKeyLogin(StepId id, NodeName node, LoginName from, LoginName to, AsymmetricKeyName key, boolean back)
            implements LoginStep {}

    static Conduct conduct(LoginStep step) {
        return switch (step) {
            case RenameKeyLogin rename ->
                Conduct.changes(Scope.SERVER, undo(rename), Conduct.LOOK).needing(Permission.ALTER_ANY_LOGIN);
        };
    }

    private static Undo undo(RenameKeyLogin rename) {
        return rename.back()
                ? Undo.none(Undo.Because.IS_BACK_OUT)
                : new Undo.BySteps(List.of(new RenameKeyLogin(
                        new StepId(1), rename.node(), rename.to(), rename.from(), rename.key(), true)));
    }
}
