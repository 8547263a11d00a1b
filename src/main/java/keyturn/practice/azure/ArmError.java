package keyturn.practice.azure;

import java.util.List;
import keyturn.practice.directory.Caller;
import keyturn.practice.vault.Geographies;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;

/** What the resource manager says when it does not do what it was asked. */
final class ArmError {

    private ArmError() {}

    static Refusal error(int status, String code, String message) {
        return new Refusal(Reply.json(
                        status,
                        Json.object()
                                .set("error", Json.object().put("code", code).put("message", message)))
                .coded(code));
    }

    static Refusal bad(String message) {
        return error(400, "BadRequest", message);
    }

    static Refusal noToken(String code, String why, String challenge) {
        Reply reply = error(401, code, why).reply();
        return new Refusal(reply.with("WWW-Authenticate", challenge));
    }

    static Refusal denied(Caller caller, String action, String scope) {
        return error(
                403,
                "AuthorizationFailed",
                "The client '" + caller.userName().orElse(caller.clientId()) + "' with object id '" + caller.objectId()
                        + "' does not have authorization to perform action '" + action + "' over scope '" + scope
                        + "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
    }

    static Refusal noVault(String vault, String group) {
        return error(
                404,
                "ResourceNotFound",
                "The Resource 'Microsoft.KeyVault/vaults/" + vault + "' under resource group '" + group
                        + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    }

    static Refusal noGroup(String group) {
        return error(404, "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
    }

    static Refusal noSubscription(String id) {
        return error(404, "SubscriptionNotFound", "The subscription '" + id + "' could not be found.");
    }

    static Refusal noDeletedVault(String vault, String location) {
        return error(
                404,
                "DeletedVaultNotFound",
                "The specified deleted vault '" + vault + "' does not exist in the location '" + location + "'.");
    }

    /** @param type of a resource of Microsoft.KeyVault */
    static Refusal noVersion(String location, String version, String type, List<String> supported) {
        return error(
                400,
                "NoRegisteredProviderFound",
                "No registered resource provider found for location '" + location + "' and API version '" + version
                        + "' for type '" + type + "'. The supported api-versions are '" + String.join(", ", supported)
                        + "'. The supported locations are '" + String.join(", ", Geographies.regions()) + "'.");
    }

    static Refusal noRoute(String path) {
        return error(404, "InvalidResourceType", "The practice resource manager has no such resource: " + path);
    }
}
