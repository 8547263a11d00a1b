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
import keyturn.script.act.OperatorTask;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;
import keyturn.script.act.VaultActs;

/**
 * Acts as JSON, and back: what is sent, verbatim. The PowerShell that does the same as an act in vault or directory is made
 * from the act whenever it is shown.
 */
final class ActJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ActJson() {}

    static ObjectNode write(Act act) {
        return switch (act) {
            case SqlAct.SqlBatch batch -> kind("sql").set("text", text(batch.text()));
            case VaultAct vault -> vault(vault);
            case DirectoryAct.AddSecret add ->
                kind("add-app-secret")
                        .put("application", add.application().value())
                        .put("name", add.name())
                        .put("expires", add.expires().toString())
                        .put("slot", add.slot());
            case OperatorTask task -> kind("operator-task").put("text", task.shown());
        };
    }

    private static ObjectNode kind(String kind) {
        return JSON.objectNode().put("kind", kind);
    }

    private static ObjectNode vault(VaultAct act) {
        return switch (act) {
            case VaultAct.CreateKey create ->
                kind("create-vault-key")
                        .put("vault", create.vault().uri())
                        .put("name", create.name().value())
                        .put("hsm", create.hsm())
                        .put("bits", create.bits());
            case VaultAct.BackUpKey backUp ->
                kind("back-up-vault-key")
                        .put("vault", backUp.vault().uri())
                        .put("name", backUp.name().value())
                        .put("file", backUp.file().value());
            case VaultAct.TryKey attempt ->
                kind("try-vault-key")
                        .put("vault", attempt.vault().uri())
                        .put("vaultKey", attempt.key().toString())
                        .put("application", attempt.application().value())
                        .put("slot", slot(attempt.secret()))
                        .put("times", attempt.times());
        };
    }

    /** @throws Fields.Malformed for a kind that there is not */
    static Act read(Fields act) {
        return switch (act.text("kind")) {
            case "sql" -> new SqlAct.SqlBatch(script(act));
            case "create-vault-key" ->
                VaultActs.create(
                        act.text("vault", VaultAddress::parse),
                        act.text("name", KeyName::new),
                        act.truth("hsm"),
                        act.whole("bits"));
            case "back-up-vault-key" ->
                VaultActs.backUp(
                        act.text("vault", VaultAddress::parse),
                        act.text("name", KeyName::new),
                        act.text("file", LocalPath::new));
            case "add-app-secret" ->
                DirectoryActs.addSecret(
                        act.text("application", ClientId::new),
                        act.text("name"),
                        act.text("expires", Instant::parse),
                        act.whole("slot"));
            case "try-vault-key" ->
                VaultActs.tryOut(
                        act.text("vault", VaultAddress::parse),
                        act.text("vaultKey", KeyReference::parse),
                        act.text("application", ClientId::new),
                        act.whole("slot"),
                        act.whole("times"));
            case "operator-task" -> new OperatorTask(act.text("text"));
            default -> throw new Fields.Malformed(act.at("kind"));
        };
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
