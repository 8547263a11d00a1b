package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.flow.Choices;

/** The choices of a rotation as JSON, and back. */
final class RotationJson {

    private RotationJson() {}

    static ObjectNode write(Choices.RotateKey rotate) {
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put("flow", "rotate-key")
                .put("provider", rotate.provider().value())
                .put("fromKey", rotate.from().value())
                .put("toKey", rotate.vaultKey().toString())
                .put("asymmetricKey", rotate.names().key().value())
                .put("login", rotate.names().login().value())
                .put("credential", rotate.names().credential().value())
                .put("application", rotate.application().value());
        rotate.create().ifPresent(key -> written.put("create", (key.hsm() ? "rsa-hsm-" : "rsa-") + key.bits()));
        rotate.further().keyBackup().ifPresent(folder -> written.put("keyBackup", folder.value()));
        rotate.further().secret().ifPresent(life -> written.put("furtherSecret", life.toString()));
        var databases = written.putArray("databases");
        rotate.databases().forEach(name -> databases.add(name.value()));
        rotate.backups().log().ifPresent(folder -> written.put("logBackup", folder.value()));
        rotate.backups().full().ifPresent(folder -> written.put("fullBackup", folder.value()));
        PlanWriter.looks(written, rotate.proofs(), rotate.confirmed());
        return written;
    }

    static Choices read(Fields choices) {
        var rotate = new Choices.RotateKey(
                choices.text("provider", ProviderName::new),
                choices.text("fromKey", AsymmetricKeyName::new),
                choices.text("toKey", KeyReference::parse),
                choices.has("create")
                        ? Optional.of(choices.text("create", Choices.NewVaultKey::parse))
                        : Optional.empty(),
                new Choices.NewNames(
                        choices.text("asymmetricKey", AsymmetricKeyName::new),
                        choices.text("login", LoginName::new),
                        choices.text("credential", CredentialName::new)),
                choices.text("application", ClientId::new),
                choices.texts("databases").stream().map(DatabaseName::new).toList(),
                PlanReader.proofs(choices.object("proofs")),
                PlanReader.confirmed(choices),
                new Choices.BackupFolders(folder(choices, "logBackup"), folder(choices, "fullBackup")),
                further(choices));
        return choices.has("wayBack") ? new Choices.RotateBack(rotate) : rotate;
    }

    private static Optional<BackupFolder> folder(Fields choices, String field) {
        return choices.has(field) ? Optional.of(choices.text(field, BackupFolder::new)) : Optional.empty();
    }

    private static Choices.Further further(Fields choices) {
        return new Choices.Further(
                choices.has("keyBackup") ? Optional.of(choices.text("keyBackup", LocalPath::new)) : Optional.empty(),
                choices.has("furtherSecret")
                        ? Optional.of(choices.text("furtherSecret", SecretLife::parse))
                        : Optional.empty());
    }
}
