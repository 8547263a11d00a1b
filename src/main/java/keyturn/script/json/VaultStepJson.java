package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.Step;
import keyturn.plan.step.VaultStep;
import keyturn.script.json.Kinds.Kind;

/** The steps in the vault as JSON, and back. */
final class VaultStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind CREATE_VAULT_KEY = KINDS.kind("create-vault-key", VaultStepJson::create);
    private static final Kind BACK_UP_VAULT_KEY = KINDS.kind("back-up-vault-key", VaultStepJson::backUp);
    private static final Kind TRY_VAULT_KEY = KINDS.kind("try-vault-key", VaultStepJson::attempt);

    private VaultStepJson() {}

    static ObjectNode write(StepHead.Written head, VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create ->
                head.as(CREATE_VAULT_KEY)
                        .put("vault", create.vault().uri())
                        .put("name", create.name().value())
                        .put("hsm", create.hsm())
                        .put("bits", create.bits())
                        .put("operator", create.operator());
            case VaultStep.BackUpVaultKey backUp ->
                head.as(BACK_UP_VAULT_KEY)
                        .put("vault", backUp.vault().uri())
                        .put("name", backUp.name().value())
                        .put("file", backUp.file().value())
                        .put("operator", backUp.operator());
            case VaultStep.TryVaultKey attempt ->
                head.as(TRY_VAULT_KEY)
                        .put("vault", attempt.vault().uri())
                        .put("vaultKey", attempt.key().toString())
                        .put("application", attempt.application().value())
                        .put("times", attempt.times());
        };
    }

    private static Step create(Fields step) {
        StepHead head = StepHead.of(step);
        return new VaultStep.CreateVaultKey(
                head.id(),
                head.node(),
                step.text("vault", VaultAddress::parse),
                step.text("name", KeyName::new),
                step.truth("hsm"),
                step.whole("bits"),
                step.truth("operator"));
    }

    private static Step backUp(Fields step) {
        StepHead head = StepHead.of(step);
        return new VaultStep.BackUpVaultKey(
                head.id(),
                head.node(),
                step.text("vault", VaultAddress::parse),
                step.text("name", KeyName::new),
                step.text("file", LocalPath::new),
                step.truth("operator"));
    }

    private static Step attempt(Fields step) {
        StepHead head = StepHead.of(step);
        return new VaultStep.TryVaultKey(
                head.id(),
                head.node(),
                step.text("vault", VaultAddress::parse),
                step.text("vaultKey", KeyReference::parse),
                step.text("application", ClientId::new),
                step.whole("times"));
    }
}
