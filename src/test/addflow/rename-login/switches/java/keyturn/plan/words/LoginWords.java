package keyturn.plan.words;

import keyturn.domain.Message;
import keyturn.plan.step.LoginStep;

/** The sentences of the steps with logins. */
final class LoginWords {

    private static final String KEY = "flow.rename-login.step.";

    private LoginWords() {}

    static StepWords of(LoginStep step) {
        return switch (step) {
            case LoginStep.RenameKeyLogin rename ->
                new StepWords(
                        "renameLogin",
                        Message.of(KEY + "title", rename.from(), rename.to()),
                        () -> Message.of(KEY + "why", rename.from(), rename.to()),
                        Message.of("plan.source.keyLogin"),
                        Message.of(KEY + "trueAfter", rename.from(), rename.to(), rename.key()));
        };
    }
}
