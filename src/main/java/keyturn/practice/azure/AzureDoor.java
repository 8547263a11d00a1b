package keyturn.practice.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import keyturn.practice.directory.Caller;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.Tenant;
import keyturn.practice.directory.Tokens;
import keyturn.practice.vault.VaultPorts;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Refusal;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** The resource manager's door. */
public final class AzureDoor implements Handler {

    private static final Set<String> AUDIENCES =
            Set.of("https://management.azure.com", "https://management.core.windows.net");

    private final Azure azure;
    private final Held<Vaults> vaults;
    private final Held<Directory> directory;
    private final Tokens tokens;
    private final Clock clock;
    private final Supplier<String> login;
    private final VaultResources resources;
    private final DeletedVaults deleted;
    private final Roles roles;

    /**
     * @param login address of the sign-in
     * @param address of this door, for what is to be asked again later
     */
    public AzureDoor(
            Azure azure,
            Held<Vaults> vaults,
            Held<Directory> directory,
            VaultPorts ports,
            Tokens tokens,
            Clock clock,
            Supplier<String> login,
            Supplier<String> address) {
        this.azure = azure;
        this.vaults = vaults;
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
        this.login = login;
        this.resources = new VaultResources(vaults, new VaultText(ports), clock);
        this.deleted = new DeletedVaults(vaults, address);
        this.roles = new Roles(vaults, directory, clock);
    }

    @Override
    public Reply answer(Request request) {
        String id = UUID.randomUUID().toString();
        Reply reply;
        try {
            reply = routed(visit(request));
        } catch (Refusal e) {
            reply = e.reply();
        }
        Reply told = reply.with("x-ms-request-id", id)
                .with("x-ms-correlation-request-id", id)
                .with("Cache-Control", "no-cache");
        return request.header("x-ms-client-request-id")
                .map(client -> told.with("x-ms-client-request-id", client))
                .orElse(told);
    }

    private Visit visit(Request request) {
        String home = directory.now().tenants().getFirst().id();
        String challenge = "Bearer authorization_uri=\"" + login.get() + "/" + home
                + "\", error=\"invalid_token\", error_description=\"The authentication failed because of missing or"
                + " invalid 'Authorization' header.\"";
        String token = request.bearer()
                .orElseThrow(() -> ArmError.noToken(
                        "AuthenticationFailed",
                        "Authentication failed. The 'Authorization' header is missing.",
                        challenge));
        Caller caller = caller(token, challenge);
        if (request.query("api-version").isEmpty()) {
            throw ArmError.error(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.");
        }
        return new Visit(request, caller, azure, vaults.now(), clock.instant());
    }

    private Caller caller(String token, String challenge) {
        try {
            Caller caller = tokens.caller(token);
            if (AUDIENCES.contains(caller.audience())) {
                return caller;
            }
            throw ArmError.noToken(
                    "InvalidAuthenticationTokenAudience",
                    "The access token has been obtained for wrong audience or resource '" + caller.audience()
                            + "'. It should exactly match with one of the allowed audiences '"
                            + String.join("','", AUDIENCES) + "'.",
                    challenge);
        } catch (Tokens.BadToken e) {
            throw e.expired()
                    ? ArmError.noToken(
                            "ExpiredAuthenticationToken", "The access token expiry is in the past.", challenge)
                    : ArmError.noToken("InvalidAuthenticationToken", "The access token is invalid.", challenge);
        }
    }

    private Reply routed(Visit visit) {
        List<String> parts = visit.request().parts();
        List<String> small = parts.stream().map(p -> p.toLowerCase(Locale.ROOT)).toList();
        String method = visit.request().method();
        int role = small.lastIndexOf("microsoft.authorization");
        if (role > 0 && small.get(role - 1).equals("providers")) {
            return roles.answer(
                    visit, "/" + String.join("/", parts.subList(0, role - 1)), parts.subList(role + 1, parts.size()));
        }
        ProviderVersions.demandSupported(visit, small);
        return switch (method + " " + pattern(small)) {
            case "GET tenants" -> tenants(visit);
            case "GET subscriptions" -> subscriptions(visit);
            case "GET subscriptions/*" -> Reply.json(200, told(visit.subscription(parts.get(1))));
            case "GET subscriptions/*/resourcegroups" -> groups(visit, visit.subscription(parts.get(1)));
            case "GET subscriptions/*/resourcegroups/*" -> group(visit, parts.get(1), parts.get(3));
            case "GET subscriptions/*/resources", "GET subscriptions/*/providers/microsoft.keyvault/vaults" ->
                resources.list(visit, visit.subscription(parts.get(1)), "");
            case "GET subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults",
                    "GET subscriptions/*/resourcegroups/*/resources" ->
                resources.list(visit, visit.subscription(parts.get(1)), parts.get(3));
            case "GET subscriptions/*/providers/microsoft.keyvault/deletedvaults" ->
                deleted.list(visit, visit.subscription(parts.get(1)));
            case "GET subscriptions/*/providers/microsoft.keyvault/locations/*/deletedvaults/*" ->
                deleted.get(visit, visit.subscription(parts.get(1)), parts.get(5), parts.get(7));
            case "POST subscriptions/*/providers/microsoft.keyvault/locations/*/deletedvaults/*/purge" ->
                deleted.purge(visit, visit.subscription(parts.get(1)), parts.get(5), parts.get(7));
            case "GET subscriptions/*/providers/microsoft.keyvault/locations/*/operationresults/*" -> Reply.empty(200);
            case "POST subscriptions/*/providers/microsoft.keyvault/checknameavailability" ->
                resources.available(visit, visit.subscription(parts.get(1)));
            case "GET subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults/*",
                    "PUT subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults/*",
                    "PATCH subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults/*",
                    "DELETE subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults/*" ->
                resources.one(visit, place(visit, parts), parts.get(7));
            case "PUT subscriptions/*/resourcegroups/*/providers/microsoft.keyvault/vaults/*/accesspolicies/*" ->
                resources.policies(visit, place(visit, parts), parts.get(7), small.get(9));
            default -> throw ArmError.noRoute(visit.request().path());
        };
    }

    /** The path with a star for each name in it, which is every second part but for the provider's own. */
    private static String pattern(List<String> small) {
        StringBuilder pattern = new StringBuilder();
        boolean name = false;
        for (String part : small) {
            boolean provider = pattern.toString().endsWith("providers");
            pattern.append(pattern.isEmpty() ? "" : "/").append(name && !provider ? "*" : part);
            name = !name;
        }
        return pattern.toString();
    }

    private VaultResources.Place place(Visit visit, List<String> parts) {
        Azure.Subscription subscription = visit.subscription(parts.get(1));
        Azure.Group group = subscription.group(parts.get(3)).orElseThrow(() -> ArmError.noGroup(parts.get(3)));
        return new VaultResources.Place(subscription, group);
    }

    private Reply tenants(Visit visit) {
        ArrayNode value = Json.array();
        for (Tenant each : directory.now().tenants()) {
            if (each.id().equals(visit.caller().tenant())) {
                value.addObject()
                        .put("id", "/tenants/" + each.id())
                        .put("tenantId", each.id())
                        .put("displayName", each.name())
                        .put("defaultDomain", each.domain());
            }
        }
        return list(value);
    }

    private Reply subscriptions(Visit visit) {
        ArrayNode value = Json.array();
        azure.subscriptions().stream()
                .filter(s -> s.tenant().equals(visit.caller().tenant()))
                .filter(s -> visit.may("Microsoft.Resources/subscriptions/read", "/subscriptions/" + s.id()))
                .forEach(s -> value.add(told(s)));
        return list(value);
    }

    private static ObjectNode told(Azure.Subscription subscription) {
        return Json.object()
                .put("id", "/subscriptions/" + subscription.id())
                .put("subscriptionId", subscription.id())
                .put("tenantId", subscription.tenant())
                .put("displayName", subscription.name())
                .put("state", "Enabled");
    }

    private static Reply groups(Visit visit, Azure.Subscription subscription) {
        visit.demand("Microsoft.Resources/subscriptions/resourceGroups/read", "/subscriptions/" + subscription.id());
        ArrayNode value = Json.array();
        subscription.groups().forEach(g -> value.add(told(subscription, g)));
        return list(value);
    }

    private static Reply group(Visit visit, String id, String name) {
        Azure.Subscription subscription = visit.subscription(id);
        visit.demand(
                "Microsoft.Resources/subscriptions/resourceGroups/read",
                "/subscriptions/" + subscription.id() + "/resourceGroups/" + name);
        return Reply.json(200, told(subscription, subscription.group(name).orElseThrow(() -> ArmError.noGroup(name))));
    }

    private static ObjectNode told(Azure.Subscription subscription, Azure.Group group) {
        ObjectNode told = Json.object()
                .put("id", "/subscriptions/" + subscription.id() + "/resourceGroups/" + group.name())
                .put("name", group.name())
                .put("type", "Microsoft.Resources/resourceGroups")
                .put("location", group.location());
        told.putObject("properties").put("provisioningState", "Succeeded");
        return told;
    }

    static Reply list(ArrayNode value) {
        return Reply.json(200, Json.object().set("value", value));
    }
}
