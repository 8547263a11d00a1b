package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.script.act.Act;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.RecoveryActs;
import keyturn.script.json.Kinds.Kind;

/** Acts by which keys outlive the loss of a vault, as JSON, and back. */
final class RecoveryActJson {

    static final Kinds<Act> KINDS = new Kinds<>();

    private static final Kind BACK_UP_KEYS =
            KINDS.kind("back-up-keys", act -> RecoveryActs.backUp(BackupOrderJson.read(act)));

    private RecoveryActJson() {}

    static ObjectNode write(RecoveryAct act) {
        return switch (act) {
            case RecoveryAct.BackUpKeys backUp -> BackupOrderJson.write(as(BACK_UP_KEYS), backUp.order());
        };
    }

    private static ObjectNode as(Kind kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    }
}
