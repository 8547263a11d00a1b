package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyReference;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** The steps with a key of master as JSON, and back. */
final class KeyStepJson {

    static final Map<String, Function<Fields, Step>> READERS = Map.of(
            "open-key",
            KeyStepJson::open,
            "drop-key",
            KeyStepJson::dropKey,
            "create-key-login",
            KeyStepJson::create,
            "drop-key-login",
            KeyStepJson::dropLogin,
            "reencrypt",
            KeyStepJson::reencrypt,
            "read-key-chain",
            KeyStepJson::chain);

    private KeyStepJson() {}

    static ObjectNode write(ObjectNode written, KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> {
                written.put("kind", "open-key")
                        .put("key", open.key().value())
                        .put("provider", open.provider().value())
                        .put("vault", open.vault())
                        .put("vaultKey", open.vaultKey().toString());
                open.version().ifPresent(value -> written.put("version", value));
                yield written;
            }
            case KeyStep.DropKey dropKey ->
                written.put("kind", "drop-key").put("key", dropKey.key().value());
            case KeyStep.CreateKeyLogin create ->
                written.put("kind", "create-key-login")
                        .put("login", create.login().value())
                        .put("key", create.key().value());
            case KeyStep.DropKeyLogin dropLogin ->
                written.put("kind", "drop-key-login")
                        .put("login", dropLogin.login().value());
            case KeyStep.ReencryptDatabase reencrypt -> {
                written.put("kind", "reencrypt")
                        .put("database", reencrypt.database().value())
                        .put("from", reencrypt.from().value())
                        .put("to", reencrypt.to().value());
                if (reencrypt.back()) {
                    written.put("back", true);
                }
                yield written;
            }
            case KeyStep.ReadKeyChain chain ->
                written.put("kind", "read-key-chain")
                        .put("key", chain.key().value())
                        .put("login", chain.login().value())
                        .put("credential", chain.credential().value());
        };
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
                step.has("version") ? Optional.of(step.text("version")) : Optional.empty());
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
