package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps that give credentials another secret as JSON, and back. */
final class SecretStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind TRY_SECRET = KINDS.kind("try-secret", SecretStepJson::attempt);
    static final Kind REPLACE_SECRET = KINDS.kind("replace-secret", SecretStepJson::replace);

    private static final String OLD = "old";

    private SecretStepJson() {}

    static ObjectNode write(StepHead.Written head, SecretStep step) {
        return switch (step) {
            case SecretStep.TrySecret attempt -> {
                ObjectNode node = head.as(TRY_SECRET)
                        .put("vault", attempt.vault().uri())
                        .put("vaultKey", attempt.key().toString())
                        .put("application", attempt.application().value())
                        .put("times", attempt.times());
                yield attempt.old() ? node.put(OLD, true) : node;
            }
            case SecretStep.ReplaceSecret replace -> {
                ObjectNode node = head.as(REPLACE_SECRET)
                        .put("credential", replace.credential().value())
                        .put("identity", replace.identity())
                        .put("application", replace.application().value())
                        .put("oldAtHand", replace.oldAtHand())
                        .put("back", replace.back());
                replace.since().ifPresent(since -> node.put("since", since.toString()));
                yield node;
            }
        };
    }

    private static Step attempt(Fields step) {
        StepHead head = StepHead.of(step);
        return new SecretStep.TrySecret(
                head.id(),
                head.node(),
                step.text("vault", VaultAddress::parse),
                step.text("vaultKey", KeyReference::parse),
                step.text("application", ClientId::new),
                step.whole("times"),
                step.has(OLD) && step.truth(OLD));
    }

    private static Step replace(Fields step) {
        StepHead head = StepHead.of(step);
        return new SecretStep.ReplaceSecret(
                head.id(),
                head.node(),
                step.text("credential", CredentialName::new),
                step.text("identity"),
                step.text("application", ClientId::new),
                step.has("since") ? Optional.of(step.text("since", LocalDateTime::parse)) : Optional.empty(),
                step.truth("oldAtHand"),
                step.truth("back"));
    }
}
