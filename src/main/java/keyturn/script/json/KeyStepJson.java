package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** The steps that give a database another key as JSON, and back; kind and fields only. */
final class KeyStepJson {

    private KeyStepJson() {}

    static ObjectNode write(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create ->
                kind("create-vault-key")
                        .put("vault", create.vault().uri())
                        .put("name", create.name().value())
                        .put("hsm", create.hsm())
                        .put("bits", create.bits())
                        .put("custodian", create.custodian());
            case KeyStep.BackUpVaultKey backUp ->
                kind("back-up-vault-key")
                        .put("vault", backUp.vault().uri())
                        .put("name", backUp.name().value())
                        .put("file", backUp.file().value())
                        .put("custodian", backUp.custodian());
            case KeyStep.AddAppSecret add ->
                kind("add-app-secret")
                        .put("application", add.application().value())
                        .put("name", add.name())
                        .put("expires", add.expires().toString())
                        .put("colleague", add.colleague());
            case KeyStep.TryVaultKey attempt ->
                kind("try-vault-key")
                        .put("vault", attempt.vault().uri())
                        .put("vaultKey", attempt.key().toString())
                        .put("application", attempt.application().value())
                        .put("times", attempt.times());
            case KeyStep.CreateCredential create ->
                kind("create-credential")
                        .put("credential", create.credential().value())
                        .put("identity", create.identity())
                        .put("application", create.application().value())
                        .put("provider", create.provider().value())
                        .put("temporary", create.temporary());
            case KeyStep.DropCredential drop ->
                kind("drop-credential").put("credential", drop.credential().value());
            case KeyStep.AddCredential add ->
                kind("add-credential")
                        .put("login", add.login().value())
                        .put("credential", add.credential().value())
                        .put("temporary", add.temporary());
            case KeyStep.TakeCredential take ->
                kind("take-credential")
                        .put("login", take.login().value())
                        .put("credential", take.credential().value());
            case KeyStep.OpenKey open -> {
                ObjectNode node = kind("open-key")
                        .put("key", open.key().value())
                        .put("provider", open.provider().value())
                        .put("vaultKey", open.vaultKey().toString());
                open.version().ifPresent(version -> node.put("version", version));
                yield node;
            }
            case KeyStep.DropKey drop -> kind("drop-key").put("key", drop.key().value());
            case KeyStep.CreateKeyLogin create ->
                kind("create-key-login")
                        .put("login", create.login().value())
                        .put("key", create.key().value());
            case KeyStep.DropKeyLogin drop ->
                kind("drop-key-login").put("login", drop.login().value());
            case KeyStep.RewrapDatabase rewrap ->
                kind("rewrap-database")
                        .put("database", rewrap.database().value())
                        .put("from", rewrap.from().value())
                        .put("to", rewrap.to().value());
            case KeyStep.AwaitLogBackup await ->
                kind("await-log-backup")
                        .put("database", await.database().value())
                        .put("since", await.since().toString());
            case KeyStep.BackUpLogFirst first -> {
                ObjectNode written = kind("back-up-log-first")
                        .put("database", first.database().value())
                        .put("file", first.file().path());
                first.since().ifPresent(since -> written.put("since", since.toString()));
                yield written;
            }
            case KeyStep.BackUpAfterwards after ->
                kind("back-up-afterwards")
                        .put("database", after.database().value())
                        .put("file", after.file().path())
                        .put("log", after.log())
                        .put("key", after.key().value());
            case KeyStep.ReadKeyChain read ->
                kind("read-key-chain")
                        .put("key", read.key().value())
                        .put("login", read.login().value())
                        .put("credential", read.credential().value());
        };
    }

    private static ObjectNode kind(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    /** @throws Fields.Malformed for a kind that there is not */
    static KeyStep read(StepId id, NodeName node, Step.About about, Fields step) {
        return switch (step.text("kind")) {
            case "create-vault-key" ->
                new KeyStep.CreateVaultKey(
                        id,
                        node,
                        about,
                        step.text("vault", VaultAddress::parse),
                        step.text("name", KeyName::new),
                        step.truth("hsm"),
                        step.whole("bits"),
                        step.truth("custodian"));
            case "back-up-vault-key" ->
                new KeyStep.BackUpVaultKey(
                        id,
                        node,
                        about,
                        step.text("vault", VaultAddress::parse),
                        step.text("name", KeyName::new),
                        step.text("file", LocalPath::new),
                        step.truth("custodian"));
            case "add-app-secret" ->
                new KeyStep.AddAppSecret(
                        id,
                        node,
                        about,
                        step.text("application", ClientId::new),
                        step.text("name"),
                        step.text("expires", Instant::parse),
                        step.truth("colleague"));
            case "try-vault-key" ->
                new KeyStep.TryVaultKey(
                        id,
                        node,
                        about,
                        step.text("vault", VaultAddress::parse),
                        step.text("vaultKey", KeyReference::parse),
                        step.text("application", ClientId::new),
                        step.whole("times"));
            case "create-credential" ->
                new KeyStep.CreateCredential(
                        id,
                        node,
                        about,
                        credential(step),
                        step.text("identity"),
                        step.text("application", ClientId::new),
                        step.text("provider", ProviderName::new),
                        step.truth("temporary"));
            case "drop-credential" -> new KeyStep.DropCredential(id, node, about, credential(step));
            case "add-credential" ->
                new KeyStep.AddCredential(id, node, about, login(step), credential(step), step.truth("temporary"));
            case "take-credential" -> new KeyStep.TakeCredential(id, node, about, login(step), credential(step));
            case "open-key" ->
                new KeyStep.OpenKey(
                        id,
                        node,
                        about,
                        key(step, "key"),
                        step.text("provider", ProviderName::new),
                        step.text("vaultKey", KeyReference::parse),
                        step.has("version") ? Optional.of(step.text("version")) : Optional.empty());
            case "drop-key" -> new KeyStep.DropKey(id, node, about, key(step, "key"));
            case "create-key-login" -> new KeyStep.CreateKeyLogin(id, node, about, login(step), key(step, "key"));
            case "drop-key-login" -> new KeyStep.DropKeyLogin(id, node, about, login(step));
            case "rewrap-database" ->
                new KeyStep.RewrapDatabase(id, node, about, database(step), key(step, "from"), key(step, "to"));
            case "await-log-backup" ->
                new KeyStep.AwaitLogBackup(id, node, about, database(step), step.text("since", Instant::parse));
            case "back-up-log-first" ->
                new KeyStep.BackUpLogFirst(
                        id,
                        node,
                        about,
                        database(step),
                        step.text("file", BackupFile::new),
                        step.has("since") ? Optional.of(step.text("since", Instant::parse)) : Optional.empty());
            case "back-up-afterwards" ->
                new KeyStep.BackUpAfterwards(
                        id,
                        node,
                        about,
                        database(step),
                        step.text("file", BackupFile::new),
                        step.truth("log"),
                        key(step, "key"));
            case "read-key-chain" ->
                new KeyStep.ReadKeyChain(id, node, about, key(step, "key"), login(step), credential(step));
            default -> throw new Fields.Malformed(step.at("kind"));
        };
    }

    private static CredentialName credential(Fields step) {
        return step.text("credential", CredentialName::new);
    }

    private static LoginName login(Fields step) {
        return step.text("login", LoginName::new);
    }

    private static AsymmetricKeyName key(Fields step, String field) {
        return step.text(field, AsymmetricKeyName::new);
    }

    private static DatabaseName database(Fields step) {
        return step.text("database", DatabaseName::new);
    }
}
