package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.Step;

/** The steps with credentials as JSON, and back. */
final class CredentialStepJson {

    static final Map<String, Function<Fields, Step>> READERS = Map.of(
            "create-credential",
            CredentialStepJson::create,
            "add-credential",
            CredentialStepJson::add,
            "take-credential",
            CredentialStepJson::take,
            "drop-credential",
            CredentialStepJson::drop);

    private CredentialStepJson() {}

    static ObjectNode write(ObjectNode written, CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                written.put("kind", "create-credential")
                        .put("credential", create.credential().value())
                        .put("identity", create.identity())
                        .put("application", create.application().value())
                        .put("provider", create.provider().value())
                        .put("temporary", create.temporary());
            case CredentialStep.AddCredential add ->
                written.put("kind", "add-credential")
                        .put("login", add.login().value())
                        .put("credential", add.credential().value())
                        .put("temporary", add.temporary());
            case CredentialStep.TakeCredential take ->
                written.put("kind", "take-credential")
                        .put("login", take.login().value())
                        .put("credential", take.credential().value());
            case CredentialStep.DropCredential drop ->
                written.put("kind", "drop-credential")
                        .put("credential", drop.credential().value());
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
