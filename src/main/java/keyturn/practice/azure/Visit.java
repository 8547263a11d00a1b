package keyturn.practice.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import keyturn.practice.directory.Caller;
import keyturn.practice.vault.Role;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Request;

/** A request whose caller is known, with the world as it is now. */
record Visit(Request request, Caller caller, Azure azure, Vaults vaults, java.time.Instant now) {

    /**
     * @param action such as Microsoft.KeyVault/vaults/read
     * @throws keyturn.practice.web.Refusal 403
     */
    void demand(String action, String scope) {
        List<Role> roles = vaults.held(caller.objectId(), scope, now);
        if (roles.stream().noneMatch(r -> r.allows(action.toLowerCase(Locale.ROOT)))) {
            throw ArmError.denied(caller, action, scope);
        }
    }

    boolean may(String action, String scope) {
        return vaults.held(caller.objectId(), scope, now).stream()
                .anyMatch(r -> r.allows(action.toLowerCase(Locale.ROOT)));
    }

    Azure.Subscription subscription(String id) {
        return azure.subscription(id)
                .filter(s -> s.tenant().equals(caller.tenant()))
                .orElseThrow(() -> ArmError.noSubscription(id));
    }

    JsonNode body() {
        return request.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> ArmError.error(
                        400,
                        "InvalidRequestContent",
                        "The request content was invalid and could not be deserialized."));
    }
}
