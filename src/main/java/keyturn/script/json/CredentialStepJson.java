package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps with credentials as JSON, and back. */
final class CredentialStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    static final Kind CREATE_CREDENTIAL = KINDS.kind("create-credential", CredentialStepJson::create);
    private static final Kind ADD_CREDENTIAL = KINDS.kind("add-credential", CredentialStepJson::add);
    private static final Kind TAKE_CREDENTIAL = KINDS.kind("take-credential", CredentialStepJson::take);
    private static final Kind DROP_CREDENTIAL = KINDS.kind("drop-credential", CredentialStepJson::drop);

    private CredentialStepJson() {}

    static ObjectNode write(StepHead.Written head, CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                head.as(CREATE_CREDENTIAL)
                        .put("credential", create.credential().value())
                        .put("identity", create.identity())
                        .put("application", create.application().value())
                        .put("provider", create.provider().value())
                        .put("temporary", create.temporary());
            case CredentialStep.AddCredential add ->
                head.as(ADD_CREDENTIAL)
                        .put("login", add.login().value())
                        .put("credential", add.credential().value())
                        .put("temporary", add.temporary());
            case CredentialStep.TakeCredential take ->
                head.as(TAKE_CREDENTIAL)
                        .put("login", take.login().value())
                        .put("credential", take.credential().value());
            case CredentialStep.DropCredential drop ->
                head.as(DROP_CREDENTIAL).put("credential", drop.credential().value());
        };
    }

    private static Step create(Fields step) {
        StepHead head = StepHead.of(step);
        return new CredentialStep.CreateCredential(
                head.id(),
                head.node(),
                step.text("credential", CredentialName::new),
                step.text("identity"),
                step.text("application", ClientId::new),
                step.text("provider", ProviderName::new),
                step.truth("temporary"));
    }

    private static Step add(Fields step) {
        StepHead head = StepHead.of(step);
        return new CredentialStep.AddCredential(
                head.id(),
                head.node(),
                step.text("login", LoginName::new),
                step.text("credential", CredentialName::new),
                step.truth("temporary"));
    }

    private static Step take(Fields step) {
        StepHead head = StepHead.of(step);
        return new CredentialStep.TakeCredential(
                head.id(),
                head.node(),
                step.text("login", LoginName::new),
                step.text("credential", CredentialName::new));
    }

    private static Step drop(Fields step) {
        StepHead head = StepHead.of(step);
        return new CredentialStep.DropCredential(head.id(), head.node(), step.text("credential", CredentialName::new));
    }
}
