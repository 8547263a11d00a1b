package keyturn.plan.fact;

import java.util.List;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.step.LoginStep;

/** The conditions of the steps with logins. */
final class LoginConditions {

    private LoginConditions() {}

    static BeforeAndAfter of(LoginStep step) {
        return switch (step) {
            case LoginStep.RenameKeyLogin rename ->
                new BeforeAndAfter(
                        List.of(
                                new Condition.KeyLoginThere(rename.from()),
                                new Condition.Not(new Condition.NameTaken(
                                        NameKind.LOGIN, rename.to().value()))),
                        new Condition.KeyLoginMade(rename.to(), rename.key()));
        };
    }
}
