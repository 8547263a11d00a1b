package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.KeyReference;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps with a key of master as JSON, and back. */
final class KeyStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind OPEN_KEY = KINDS.kind("open-key", KeyStepJson::open);
    private static final Kind DROP_KEY = KINDS.kind("drop-key", KeyStepJson::dropKey);
    private static final Kind CREATE_KEY_LOGIN = KINDS.kind("create-key-login", KeyStepJson::create);
    private static final Kind DROP_KEY_LOGIN = KINDS.kind("drop-key-login", KeyStepJson::dropLogin);
    private static final Kind REENCRYPT = KINDS.kind("reencrypt", KeyStepJson::reencrypt);
    private static final Kind READ_KEY_CHAIN = KINDS.kind("read-key-chain", KeyStepJson::chain);

    private KeyStepJson() {}

    static ObjectNode write(StepHead.Written head, KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> write(head.as(OPEN_KEY), open);
            case KeyStep.DropKey dropKey ->
                head.as(DROP_KEY).put("key", dropKey.key().value());
            case KeyStep.CreateKeyLogin create ->
                head.as(CREATE_KEY_LOGIN)
                        .put("login", create.login().value())
                        .put("key", create.key().value());
            case KeyStep.DropKeyLogin dropLogin ->
                head.as(DROP_KEY_LOGIN).put("login", dropLogin.login().value());
            case KeyStep.ReencryptDatabase reencrypt -> write(head.as(REENCRYPT), reencrypt);
            case KeyStep.ReadKeyChain chain ->
                head.as(READ_KEY_CHAIN)
                        .put("key", chain.key().value())
                        .put("login", chain.login().value())
                        .put("credential", chain.credential().value());
        };
    }

    private static ObjectNode write(ObjectNode written, KeyStep.OpenKey open) {
        written.put("key", open.key().value())
                .put("provider", open.provider().value())
                .put("vault", open.vault())
                .put("vaultKey", open.vaultKey().toString());
        open.version().ifPresent(value -> written.put("version", value));
        open.thumbprint().ifPresent(value -> written.put("thumbprint", value.hex()));
        return written;
    }

    private static ObjectNode write(ObjectNode written, KeyStep.ReencryptDatabase reencrypt) {
        written.put("database", reencrypt.database().value())
                .put("from", reencrypt.from().value())
                .put("to", reencrypt.to().value());
        if (reencrypt.back()) {
            written.put("back", true);
        }
        return written;
    }

    private static Step open(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.OpenKey(
                head.id(),
                head.node(),
                step.text("key", AsymmetricKeyName::new),
                step.text("provider", ProviderName::new),
                step.text("vault"),
                step.text("vaultKey", KeyReference::parse),
                step.has("version") ? Optional.of(step.text("version")) : Optional.empty(),
                step.has("thumbprint") ? Optional.of(step.text("thumbprint", Thumbprint::new)) : Optional.empty());
    }

    private static Step dropKey(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.DropKey(head.id(), head.node(), step.text("key", AsymmetricKeyName::new));
    }

    private static Step create(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.CreateKeyLogin(
                head.id(), head.node(), step.text("login", LoginName::new), step.text("key", AsymmetricKeyName::new));
    }

    private static Step dropLogin(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.DropKeyLogin(head.id(), head.node(), step.text("login", LoginName::new));
    }

    private static Step reencrypt(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.ReencryptDatabase(
                head.id(),
                head.node(),
                step.text("database", DatabaseName::new),
                step.text("from", AsymmetricKeyName::new),
                step.text("to", AsymmetricKeyName::new),
                step.has("back") && step.truth("back"));
    }

    private static Step chain(Fields step) {
        StepHead head = StepHead.of(step);
        return new KeyStep.ReadKeyChain(
                head.id(),
                head.node(),
                step.text("key", AsymmetricKeyName::new),
                step.text("login", LoginName::new),
                step.text("credential", CredentialName::new));
    }
}
