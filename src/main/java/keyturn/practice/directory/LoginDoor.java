package keyturn.practice.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** The sign-in: what is published about it, tokens, and codes for a device without a browser. */
public final class LoginDoor implements Handler {

    /** What tokens are made for: vault, Graph, resource manager, SQL Server. */
    static final Set<String> RESOURCES = Set.of(
            "https://database.windows.net",
            "https://vault.azure.net",
            "https://graph.microsoft.com",
            "https://management.azure.com",
            "https://management.core.windows.net");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?");

    private final Held<Directory> directory;
    private final TokenDesk desk;
    private final DeviceDesk devices;
    private final Tokens tokens;
    private final Clock clock;
    private final Supplier<String> address;

    /**
     * @param rejects whether a right secret is to be refused
     * @param address of this door, without a slash at its end
     */
    public LoginDoor(
            Held<Directory> directory, Tokens tokens, Clock clock, BooleanSupplier rejects, Supplier<String> address) {
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
        this.address = address;
        this.devices = new DeviceDesk(directory, clock, address);
        this.desk = new TokenDesk(directory, tokens, clock, rejects, address);
    }

    /** Says yes, as somebody, to each sign-in that waits for it; returns how many. */
    public int consent() {
        return devices.settle(true);
    }

    /** Says no. */
    public int decline() {
        return devices.settle(false);
    }

    @Override
    public Reply answer(Request request) {
        String correlation =
                request.header("client-request-id").orElse(UUID.randomUUID().toString());
        String trace = UUID.randomUUID().toString();
        Reply reply;
        try {
            reply = routed(
                    request,
                    new SignInError(
                            clock.instant(), correlation, trace, directory.now().unwritten()));
        } catch (Refusal refusal) {
            reply = refusal.reply();
        }
        return reply.with("Cache-Control", "no-store, no-cache")
                .with("x-ms-request-id", trace)
                .with("client-request-id", correlation);
    }

    private Reply routed(Request request, SignInError errors) {
        List<String> parts = request.parts();
        String rest = String.join("/", parts.subList(1, parts.size())).toLowerCase(Locale.ROOT);
        return switch (request.method() + " " + rest) {
            case "GET discovery/instance" -> discovery(request);
            case "GET .well-known/openid-configuration", "GET v2.0/.well-known/openid-configuration" ->
                Reply.json(200, configuration(tenant(parts.getFirst(), w -> errors.noTenant(w, "invalid_tenant"))));
            case "GET discovery/keys", "GET discovery/v2.0/keys" -> Reply.json(200, tokens.published());
            case "POST oauth2/v2.0/token", "POST oauth2/token" ->
                desk.token(request, tenant(parts.getFirst(), errors::noTenant), errors);
            case "POST oauth2/v2.0/devicecode" ->
                devices.begin(request, tenant(parts.getFirst(), errors::noTenant), errors);
            default -> Reply.text(404, "The practice directory has no such page.\n");
        };
    }

    /** People of any tenant sign in by the words for it; there is one home for them here. */
    private Tenant tenant(String word, Function<String, Refusal> none) {
        Directory now = directory.now();
        return Set.of("common", "organizations").contains(word.toLowerCase(Locale.ROOT))
                ? now.tenants().getFirst()
                : now.tenant(word).orElseThrow(() -> none.apply(word));
    }

    /**
     * Who asks learns that this host speaks for itself, by the name that it was asked by. Microsoft's libraries file what
     * they were given under the name without the port and look for it under the name with it: both are one. They put the
     * port behind the network's name by themselves.
     */
    private Reply discovery(Request request) {
        String host =
                request.header("host").filter(h -> HOST.matcher(h).matches()).orElse(host());
        String bare = host.replaceFirst(":\\d+$", "");
        ObjectNode body = Json.object()
                .put("tenant_discovery_endpoint", "https://" + host + "/common/v2.0/.well-known/openid-configuration")
                .put("api-version", request.query("api-version").orElse("1.1"));
        ObjectNode entry = body.putArray("metadata")
                .addObject()
                .put("preferred_network", bare)
                .put("preferred_cache", host);
        entry.putArray("aliases").add(host).add(bare);
        return Reply.json(200, body);
    }

    private String host() {
        return address.get().substring("https://".length());
    }

    private ObjectNode configuration(Tenant tenant) {
        String base = address.get() + "/" + tenant.id();
        ObjectNode body = Json.object()
                .put("issuer", base + "/v2.0")
                .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
                .put("token_endpoint", base + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode")
                .put("jwks_uri", base + "/discovery/v2.0/keys")
                .put("tenant_region_scope", "EU")
                .put("cloud_instance_name", host());
        body.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        body.putArray("response_types_supported").add("code").add("id_token");
        body.putArray("subject_types_supported").add("pairwise");
        body.putArray("id_token_signing_alg_values_supported").add("RS256");
        body.putArray("scopes_supported")
                .add("openid")
                .add("profile")
                .add("email")
                .add("offline_access");
        return body;
    }
}
