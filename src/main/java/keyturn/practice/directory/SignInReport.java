package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** The beta's report of when the credentials of applications were last signed in with (document: appCredentialSignInActivity). */
final class SignInReport {

    static final String NAME = "appcredentialsigninactivities";

    /** What an application must be permitted to read it. */
    static final String RIGHT = "AuditLog.Read.All";

    private SignInReport() {}

    /** Secrets that nobody has signed in with are not in it. */
    static Reply of(Request request, Tenant tenant, Tokens tokens, Pattern byClient, GraphError errors) {
        Optional<Matcher> filter = request.query("$filter").map(byClient::matcher);
        if (filter.filter(one -> !one.matches()).isPresent()) {
            throw errors.filter();
        }
        ObjectNode body = Json.object();
        ArrayNode value = body.putArray("value");
        tenant.applications().stream()
                .filter(one -> filter.isEmpty()
                        || one.clientId().equalsIgnoreCase(filter.get().group(1)))
                .forEach(one -> one.secrets()
                        .forEach(secret -> tokens.lastSignIn(secret).ifPresent(at -> {
                            ObjectNode row = value.addObject()
                                    .put("id", Directory.id("sign-in " + secret.id()))
                                    .put("keyId", secret.id())
                                    .put("keyType", "clientSecret")
                                    .put("keyUsage", "sign")
                                    .put("appId", one.clientId())
                                    .put("appObjectId", one.objectId())
                                    .put("servicePrincipalObjectId", one.principalId())
                                    .put("credentialOrigin", "application")
                                    .put("expirationDateTime", secret.until().toString());
                            row.putObject("signInActivity").put("lastSignInDateTime", at.toString());
                        })));
        return Reply.json(200, body);
    }
}
