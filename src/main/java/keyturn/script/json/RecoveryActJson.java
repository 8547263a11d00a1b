package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.script.act.Act;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.ManagerActs;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.RecoveryActs;
import keyturn.script.act.RestoreActs;
import keyturn.script.json.Kinds.Kind;

/** Acts by which keys outlive the loss of a vault, as JSON, and back. */
final class RecoveryActJson {

    static final Kinds<Act> KINDS = new Kinds<>();

    private static final Kind BACK_UP_KEYS =
            KINDS.kind("back-up-keys", act -> RecoveryActs.backUp(RecoveryDataJson.order(act)));

    private static final Kind RESTORE_KEY = KINDS.kind(
            "restore-key", act -> RestoreActs.restore(RecoveryDataJson.vault(act), RecoveryDataJson.copy(act)));
    private static final Kind RECOVER_KEY = KINDS.kind(
            "recover-key", act -> RestoreActs.recover(RecoveryDataJson.vault(act), RecoveryDataJson.copy(act)));
    private static final Kind REHEARSE_KEY = KINDS.kind(
            "rehearse-key", act -> RestoreActs.rehearse(RecoveryDataJson.vault(act), RecoveryDataJson.copy(act)));
    private static final Kind DELETE_KEY = KINDS.kind(
            "delete-key", act -> RestoreActs.delete(RecoveryDataJson.vault(act), RecoveryDataJson.copy(act)));

    private static final Kind RECOVER_VAULT =
            KINDS.kind("recover-vault", act -> ManagerActs.recover(RecoveryDataJson.vault(act)));
    private static final Kind CREATE_VAULT = KINDS.kind(
            "create-vault", act -> ManagerActs.create(RecoveryDataJson.vault(act), RecoveryDataJson.home(act)));
    private static final Kind GRANT_KEY_RIGHTS = KINDS.kind(
            "grant-key-rights",
            act -> ManagerActs.grant(RecoveryDataJson.vault(act), RecoveryDataJson.application(act)));

    private RecoveryActJson() {}

    static ObjectNode write(RecoveryAct act) {
        return switch (act) {
            case RecoveryAct.BackUpKeys backUp -> RecoveryDataJson.write(as(BACK_UP_KEYS), backUp.order());
            case RecoveryAct.RestoreKey restore ->
                RecoveryDataJson.write(as(RESTORE_KEY), restore.vault(), restore.copy());
            case RecoveryAct.RecoverKey recover ->
                RecoveryDataJson.write(as(RECOVER_KEY), recover.vault(), recover.copy());
            case RecoveryAct.RehearseKey rehearse ->
                RecoveryDataJson.write(as(REHEARSE_KEY), rehearse.vault(), rehearse.copy());
            case RecoveryAct.DeleteKey delete -> RecoveryDataJson.write(as(DELETE_KEY), delete.vault(), delete.copy());
        };
    }

    static ObjectNode write(ManagerAct act) {
        return switch (act) {
            case ManagerAct.RecoverVault recover ->
                as(RECOVER_VAULT).put("vault", recover.vault().uri());
            case ManagerAct.CreateVault create ->
                RecoveryDataJson.write(
                        as(CREATE_VAULT).put("vault", create.vault().uri()), create.home());
            case ManagerAct.GrantKeyRights grant ->
                RecoveryDataJson.write(
                        as(GRANT_KEY_RIGHTS).put("vault", grant.vault().uri()), grant.application());
        };
    }

    private static ObjectNode as(Kind kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    }
}
