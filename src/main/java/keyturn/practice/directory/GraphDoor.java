package keyturn.practice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** Microsoft Graph v1.0, as far as applications, their service principals and their secrets go. */
public final class GraphDoor implements Handler {

    private static final String AUDIENCE = "https://graph.microsoft.com";
    private static final Pattern FILTER = Pattern.compile("\\s*appId\\s+eq\\s+'([^']*)'\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_CLIENT =
            Pattern.compile("(applications|serviceprincipals)\\(appid='([^']*)'\\)", Pattern.CASE_INSENSITIVE);

    private final Held<Directory> directory;
    private final Tokens tokens;
    private final Clock clock;
    private final SecretDesk secrets;

    public GraphDoor(Held<Directory> directory, Tokens tokens, Clock clock) {
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
        this.secrets = new SecretDesk(directory, clock);
    }

    @Override
    public Reply answer(Request request) {
        String id = request.header("client-request-id").orElse(UUID.randomUUID().toString());
        GraphError errors = new GraphError(clock.instant(), id, directory.now().unwritten());
        return told(request, errors).with("request-id", id).with("client-request-id", id);
    }

    private Reply told(Request request, GraphError errors) {
        try {
            return routed(request, errors);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply routed(Request request, GraphError errors) {
        Rights rights = rights(request, errors);
        List<String> parts = request.parts();
        if (isReport(parts) && request.method().equals("GET")) {
            rights.demandReport(errors);
            return SignInReport.of(request, rights.tenant(), tokens, FILTER, errors);
        }
        if (parts.size() < 2 || !parts.getFirst().equals("v1.0")) {
            throw errors.segment(parts.getLast());
        }
        String kind = parts.get(1).toLowerCase(Locale.ROOT);
        Matcher byClient = BY_CLIENT.matcher(kind);
        boolean one = byClient.matches();
        boolean principals = kind.startsWith("serviceprincipals");
        if (!one && !principals && !kind.equals("applications")) {
            throw errors.segment(parts.get(1));
        }
        rights.demandRead(errors);
        int after = one ? 2 : 3;
        if (parts.size() < after) {
            return list(request, rights.tenant(), principals, errors);
        }
        String wanted = one ? byClient.group(2) : parts.get(2);
        Application application = rights.tenant().applications().stream()
                .filter(a -> principals || !a.objectId().equals(Application.NOT_OURS))
                .filter(a -> one
                        ? a.clientId().equalsIgnoreCase(wanted)
                        : (principals ? a.principalId() : a.objectId()).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> errors.notFound(wanted));
        String act = parts.size() == after ? "" : parts.get(after).toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + act) {
            case "GET " -> Reply.json(200, principals ? principal(application) : told(application));
            case "POST addpassword" -> {
                rights.demandWrite(application, errors);
                yield secrets.add(request, rights.tenant(), application, errors);
            }
            case "POST removepassword" -> {
                rights.demandWrite(application, errors);
                yield secrets.remove(request, rights.tenant(), application, errors);
            }
            default -> throw errors.segment(act);
        };
    }

    private static boolean isReport(List<String> parts) {
        return parts.size() == 3
                && parts.getFirst().equals("beta")
                && parts.get(1).equals("reports")
                && parts.get(2).toLowerCase(Locale.ROOT).equals(SignInReport.NAME);
    }

    /** What the caller may do. */
    private record Rights(Tenant tenant, Optional<Application> application, boolean person) {

        private boolean has(String right) {
            return application.filter(a -> a.graph().contains(right)).isPresent();
        }

        void demandRead(GraphError errors) {
            if (!person && !has("Application.Read.All") && !mayWriteOwn() && !has("Application.ReadWrite.All")) {
                throw errors.denied();
            }
        }

        void demandReport(GraphError errors) {
            if (!person && !has(SignInReport.RIGHT)) {
                throw errors.denied();
            }
        }

        private boolean mayWriteOwn() {
            return has("Application.ReadWrite.OwnedBy");
        }

        void demandWrite(Application target, GraphError errors) {
            boolean own = mayWriteOwn() && !target.graph().contains("Application.ReadWrite.All");
            if (!person && !has("Application.ReadWrite.All") && !own) {
                throw errors.denied();
            }
        }
    }

    private Rights rights(Request request, GraphError errors) {
        String token = request.bearer().orElseThrow(() -> errors.noToken("Access token is empty."));
        try {
            Caller caller = tokens.caller(token);
            if (!caller.audience().equals(AUDIENCE)) {
                throw errors.noToken("Access token validation failure. Invalid audience.");
            }
            Tenant tenant = directory.now().tenant(caller.tenant()).orElseThrow(errors::denied);
            boolean person = tenant.people().stream().anyMatch(p -> p.graph() && p.id().equals(caller.objectId()));
            Optional<Application> application =
                    caller.userName().isPresent() ? Optional.empty() : tenant.application(caller.clientId());
            return new Rights(tenant, application, person);
        } catch (Tokens.BadToken e) {
            throw errors.noToken(
                    e.expired()
                            ? "Lifetime validation failed, the token is expired."
                            : "CompactToken parsing failed with error code: 80049217");
        }
    }

    private static Reply list(Request request, Tenant tenant, boolean principals, GraphError errors) {
        if (!request.method().equals("GET")) {
            throw errors.segment(request.method());
        }
        Optional<String> filter = request.query("$filter");
        Optional<Matcher> matcher = filter.map(FILTER::matcher);
        if (matcher.filter(m -> !m.matches()).isPresent()) {
            throw errors.filter();
        }
        ArrayNode value = Json.array();
        tenant.applications().stream()
                .filter(a -> principals || !a.objectId().equals(Application.NOT_OURS))
                .filter(a -> matcher.isEmpty()
                        || a.clientId().equalsIgnoreCase(matcher.get().group(1)))
                .forEach(a -> value.add(principals ? principal(a) : told(a)));
        ObjectNode body = Json.object();
        body.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#applications");
        body.set("value", value);
        return Reply.json(200, body);
    }

    private static JsonNode principal(Application application) {
        return Json.object()
                .put("id", application.principalId())
                .put("appId", application.clientId())
                .put("displayName", application.name())
                .put("servicePrincipalType", "Application");
    }

    private static JsonNode told(Application application) {
        ObjectNode told = Json.object()
                .put("id", application.objectId())
                .put("appId", application.clientId())
                .put("displayName", application.name());
        ArrayNode all = told.putArray("passwordCredentials");
        application.secrets().forEach(s -> all.add(SecretDesk.told(s)));
        told.putArray("keyCredentials");
        return told;
    }
}
