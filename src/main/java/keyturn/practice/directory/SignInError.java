package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Switch;

/** What the sign-in says when it gives no token: the OAuth word, the AADSTS number, and the number's own text. */
final class SignInError {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Instant now;
    private final String correlation;
    private final String trace;
    private final Switch.Choice unwritten;

    /** @param trace by which the service finds the request again; in the head of the answer too */
    SignInError(Instant now, String correlation, String trace, Switch.Choice unwritten) {
        this.now = now;
        this.correlation = correlation;
        this.trace = trace;
        this.unwritten = unwritten;
    }

    /** A token is asked of a tenant that is none. */
    Refusal noTenant(String tenant) {
        return noTenant(tenant, unwritten.of(Unwritten.UNKNOWN_TENANT));
    }

    Refusal noTenant(String tenant, String error) {
        return error(
                400,
                error,
                90002,
                "Tenant '" + tenant
                        + "' not found. Check to make sure you have the correct tenant ID and are signing into"
                        + " the correct cloud. Check with your subscription administrator, this may happen if there are no"
                        + " active subscriptions for the tenant.");
    }

    Refusal noApplication(String clientId, Tenant tenant) {
        return error(
                400,
                "unauthorized_client",
                700016,
                "Application with identifier '" + clientId + "' was not found in the directory '" + tenant.name()
                        + "'. This can happen if the application has not been installed by the administrator of the tenant"
                        + " or consented to by any user in the tenant. You may have sent your authentication request to the"
                        + " wrong tenant.");
    }

    Refusal wrongSecret(String clientId) {
        return error(
                401,
                "invalid_client",
                7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value,"
                        + " not the client secret ID, for a secret added to app '" + clientId + "'.");
    }

    Refusal expiredSecret(String clientId) {
        return error(
                401,
                "invalid_client",
                7000222,
                "The provided client secret keys for app '" + clientId
                        + "' are expired. Visit the Azure portal to create"
                        + " new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials"
                        + " for added security: https://aka.ms/certCreds.");
    }

    Refusal noSecret() {
        return error(
                401,
                "invalid_client",
                7000218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    }

    Refusal missing(String parameter) {
        return error(
                400,
                "invalid_request",
                900144,
                "The request body must contain the following parameter: '" + parameter + "'.");
    }

    Refusal grant(String grant) {
        return error(
                400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type '" + grant + "'.");
    }

    Refusal noResource(String resource, Tenant tenant) {
        return error(
                400,
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant named " + tenant.name()
                        + ". This can happen if the application has not been installed by the administrator of the tenant"
                        + " or consented to by any user in the tenant. You might have sent your authentication request to"
                        + " the wrong tenant.");
    }

    Refusal scope(String scope) {
        return error(
                400,
                "invalid_scope",
                1002012,
                "The provided value for scope " + scope
                        + " is not valid. Client credential flows must have a scope value"
                        + " with /.default suffixed to the resource identifier (application ID URI).");
    }

    Refusal pending() {
        return error(
                400,
                "authorization_pending",
                70016,
                "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
    }

    Refusal declined() {
        return error(
                400,
                "authorization_declined",
                unwritten.number(Unwritten.DECLINED),
                "The end user denied the authorization request.");
    }

    Refusal codeExpired() {
        return error(
                400,
                "expired_token",
                unwritten.number(Unwritten.LATE_CODE),
                "The provided value for the input parameter 'device_code' has expired.");
    }

    Refusal badCode() {
        return error(
                400,
                "bad_verification_code",
                unwritten.number(Unwritten.BAD_CODE),
                "Invalid verification code due to user typing in wrong user code for device code flow.");
    }

    Refusal badGrant() {
        return error(
                400,
                "invalid_grant",
                unwritten.number(Unwritten.BAD_RETURN),
                "Invalid request. Request is malformed or invalid.");
    }

    private Refusal error(int status, String word, int number, String text) {
        String stamp = STAMP.format(now);
        ObjectNode body = Json.object()
                .put("error", word)
                .put(
                        "error_description",
                        "AADSTS" + number + ": " + text + " Trace ID: " + trace + " Correlation ID: " + correlation
                                + " Timestamp: " + stamp);
        body.putArray("error_codes").add(number);
        body.put("timestamp", stamp)
                .put("trace_id", trace)
                .put("correlation_id", correlation)
                .put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return new Refusal(Reply.json(status, body).coded("AADSTS" + number));
    }
}
