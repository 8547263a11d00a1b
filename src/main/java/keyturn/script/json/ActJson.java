package keyturn.script.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.script.Script;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.DirectoryActs;
import keyturn.script.act.HostAct;
import keyturn.script.act.HostScript;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;
import keyturn.script.act.VaultActs;
import keyturn.script.json.Kinds.Kind;

/**
 * Acts as JSON, and back: what is sent, verbatim. The PowerShell that does the same as an act in vault or directory is made
 * from the act whenever it is shown.
 */
final class ActJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Kinds<Act> KINDS = new Kinds<>();

    private static final Kind SQL = KINDS.kind("sql", act -> new SqlAct.SqlBatch(script(act)));
    private static final Kind CREATE_VAULT_KEY = KINDS.kind("create-vault-key", ActJson::createVaultKey);
    private static final Kind BACK_UP_VAULT_KEY = KINDS.kind("back-up-vault-key", ActJson::backUpVaultKey);
    private static final Kind TRY_VAULT_KEY = KINDS.kind("try-vault-key", ActJson::tryVaultKey);
    private static final Kind ADD_APP_SECRET = KINDS.kind("add-app-secret", ActJson::addAppSecret);
    private static final Kind REMOVE_APP_SECRET = KINDS.kind(
            "remove-app-secret",
            act -> DirectoryActs.removeSecret(act.text("application", ClientId::new), act.text("keyId")));
    private static final Kind HOST_SCRIPT = KINDS.kind(
            "host-script", act -> new HostAct.RunScript(act.text("script", HostScript::of), act.text("parameters")));
    private static final Kind OPERATOR_TASK = KINDS.kind("operator-task", act -> new OperatorTask(act.text("text")));

    /** Written where it is so: plans of before do not have it. */
    private static final String HERE = "encryptedHere";

    private ActJson() {}

    static ObjectNode write(Act act) {
        return switch (act) {
            case SqlAct.SqlBatch batch -> as(SQL).set("text", text(batch.text()));
            case VaultAct vault -> vault(vault);
            case DirectoryAct.AddSecret add ->
                as(ADD_APP_SECRET)
                        .put("application", add.application().value())
                        .put("name", add.name())
                        .put("expires", add.expires().toString())
                        .put("slot", add.slot());
            case DirectoryAct.RemoveSecret remove ->
                as(REMOVE_APP_SECRET)
                        .put("application", remove.application().value())
                        .put("keyId", remove.keyId());
            case HostAct host ->
                as(HOST_SCRIPT).put("script", host.script().word()).put("parameters", host.parameters());
            case ManagerAct manager -> RecoveryActJson.write(manager);
            case OperatorTask task -> as(OPERATOR_TASK).put("text", task.shown());
        };
    }

    private static ObjectNode as(Kind kind) {
        return JSON.objectNode().put("kind", kind.name());
    }

    private static ObjectNode vault(VaultAct act) {
        return switch (act) {
            case VaultAct.CreateKey create ->
                as(CREATE_VAULT_KEY)
                        .put("vault", create.vault().uri())
                        .put("name", create.name().value())
                        .put("hsm", create.hsm())
                        .put("bits", create.bits());
            case VaultAct.BackUpKey backUp ->
                as(BACK_UP_VAULT_KEY)
                        .put("vault", backUp.vault().uri())
                        .put("name", backUp.name().value())
                        .put("file", backUp.file().value());
            case VaultAct.TryKey attempt -> {
                ObjectNode node = as(TRY_VAULT_KEY)
                        .put("vault", attempt.vault().uri())
                        .put("vaultKey", attempt.key().toString())
                        .put("application", attempt.application().value())
                        .put("slot", slot(attempt.secret()))
                        .put("times", attempt.times());
                yield attempt.here() ? node.put(HERE, true) : node;
            }
            case RecoveryAct recovery -> RecoveryActJson.write(recovery);
        };
    }

    /** @throws Fields.Malformed for a kind that there is not */
    static Act read(Fields act) {
        return KINDS.reader(act.text("kind"))
                .or(() -> RecoveryActJson.KINDS.reader(act.text("kind")))
                .orElseThrow(() -> new Fields.Malformed(act.at("kind")))
                .apply(act);
    }

    private static Act createVaultKey(Fields act) {
        return VaultActs.create(
                act.text("vault", VaultAddress::parse),
                act.text("name", KeyName::new),
                act.truth("hsm"),
                act.whole("bits"));
    }

    private static Act backUpVaultKey(Fields act) {
        return VaultActs.backUp(
                act.text("vault", VaultAddress::parse),
                act.text("name", KeyName::new),
                act.text("file", LocalPath::new));
    }

    private static Act tryVaultKey(Fields act) {
        return VaultActs.tryOut(
                act.text("vault", VaultAddress::parse),
                act.text("vaultKey", KeyReference::parse),
                act.text("application", ClientId::new),
                act.whole("slot"),
                act.whole("times"),
                act.has(HERE) && act.truth(HERE));
    }

    private static Act addAppSecret(Fields act) {
        return DirectoryActs.addSecret(
                act.text("application", ClientId::new),
                act.text("name"),
                act.text("expires", Instant::parse),
                act.whole("slot"));
    }

    /** A text; or, where secrets are to stand in it, its pieces, each secret by its number. */
    private static JsonNode text(Script script) {
        if (script.fragments().size() == 1 && script.fragments().getFirst() instanceof Script.Text whole) {
            return JSON.textNode(whole.content());
        }
        ArrayNode pieces = JSON.arrayNode();
        for (Script.Fragment fragment : script.fragments()) {
            switch (fragment) {
                case Script.Text text -> pieces.add(text.content());
                case Script.Slot slot -> pieces.add(slot.number());
                case Script.Hidden hidden -> throw new IllegalArgumentException("no file holds a secret");
            }
        }
        return pieces;
    }

    private static Script script(Fields act) {
        if (!act.isArray("text")) {
            return Script.of(act.text("text"));
        }
        List<Script.Fragment> pieces = new ArrayList<>();
        for (JsonNode piece : act.array("text")) {
            if (piece.isTextual()) {
                pieces.add(new Script.Text(piece.textValue()));
            } else if (piece.isInt()) {
                pieces.add(new Script.Slot(piece.intValue()));
            } else {
                throw new Fields.Malformed(act.at("text"));
            }
        }
        return new Script(pieces);
    }

    private static int slot(Script secret) {
        return secret.slots().stream().findFirst().orElseThrow(() -> new IllegalArgumentException("no slot"));
    }
}
