package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LoginName;
import keyturn.plan.step.LoginStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps with logins as JSON, and back. */
final class LoginStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind RENAME_KEY_LOGIN = KINDS.kind("rename-key-login", LoginStepJson::rename);

    private LoginStepJson() {}

    static ObjectNode write(StepHead.Written head, LoginStep step) {
        return switch (step) {
            case LoginStep.RenameKeyLogin rename ->
                head.as(RENAME_KEY_LOGIN)
                        .put("from", rename.from().value())
                        .put("to", rename.to().value())
                        .put("key", rename.key().value())
                        .put("back", rename.back());
        };
    }

    private static Step rename(Fields step) {
        StepHead head = StepHead.of(step);
        return new LoginStep.RenameKeyLogin(
                head.id(),
                head.node(),
                step.text("from", LoginName::new),
                step.text("to", LoginName::new),
                step.text("key", AsymmetricKeyName::new),
                step.truth("back"));
    }
}
