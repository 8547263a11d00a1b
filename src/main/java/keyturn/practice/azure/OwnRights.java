package keyturn.practice.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.practice.vault.Role;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;

/** What whoever asks may do at a scope: one entry for each role that is held there. Everybody may ask for their own. */
final class OwnRights {

    private OwnRights() {}

    static Reply told(Visit visit, String scope) {
        ArrayNode value = Json.array();
        visit.vaults().held(visit.caller().objectId(), scope, visit.now()).forEach(role -> value.add(told(role)));
        return AzureDoor.list(value);
    }

    private static ObjectNode told(Role role) {
        ObjectNode told = Json.object();
        told.set("actions", Json.texts(role.granted()));
        told.set("notActions", Json.texts(role.withheld()));
        told.set("dataActions", Json.texts(role.data()));
        told.putArray("notDataActions");
        return told;
    }
}
