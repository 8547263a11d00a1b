package keyturn.script.act;

import keyturn.plan.step.LoginStep;

/** The acts of the steps with logins. */
final class LoginActs {

    private LoginActs() {}

    static Act of(LoginStep step) {
        return switch (step) {
            case LoginStep.RenameKeyLogin rename -> new RenameLogin(rename.from(), rename.to());
        };
    }
}
