package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Switch;

/** What Graph says when it does not do what it was asked. */
final class GraphError {

    private final Instant now;
    private final String request;
    private final Switch.Choice unwritten;

    GraphError(Instant now, String request, Switch.Choice unwritten) {
        this.now = now;
        this.request = request;
        this.unwritten = unwritten;
    }

    Refusal noToken(String why) {
        return error(401, "InvalidAuthenticationToken", why);
    }

    Refusal denied() {
        return error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    Refusal notFound(String id) {
        return error(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    Refusal segment(String part) {
        return error(400, "BadRequest", "Resource not found for the segment '" + part + "'.");
    }

    Refusal filter() {
        return error(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
    }

    Refusal noSuchSecret() {
        return error(
                unwritten.number(Unwritten.UNKNOWN_SECRET),
                "Request_BadRequest",
                "No password credential found with keyId.");
    }

    Refusal bad(String why) {
        return error(400, "Request_BadRequest", why);
    }

    Refusal tooLong() {
        return error(
                400,
                unwritten.of(Unwritten.LONG_SECRET),
                "Credential lifetime exceeds the max value allowed as per assigned policy.");
    }

    Refusal noSecretsHere() {
        return error(
                403,
                unwritten.of(Unwritten.NO_SECRETS),
                "Credential type not allowed as per assigned policy 'passwordAddition'.");
    }

    private Refusal error(int status, String code, String message) {
        ObjectNode inner = Json.object()
                .put("date", now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
                .put("request-id", request)
                .put("client-request-id", request);
        ObjectNode error = Json.object().put("code", code).put("message", message);
        error.set("innerError", inner);
        return new Refusal(Reply.json(status, Json.object().set("error", error)).coded(code));
    }
}
