package keyturn.practice.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Role;
import keyturn.practice.vault.RoleAssignment;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;

/** Who has which role where; a role that is given spreads before it works. */
final class Roles {

    private static final Pattern BY_PRINCIPAL =
            Pattern.compile("(?:principalId\\s+eq|assignedTo\\()\\s*'([^']*)'\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_NAME = Pattern.compile("roleName\\s+eq\\s+'([^']*)'", Pattern.CASE_INSENSITIVE);

    private final Held<Vaults> vaults;
    private final Held<Directory> directory;
    private final Clock clock;

    Roles(Held<Vaults> vaults, Held<Directory> directory, Clock clock) {
        this.vaults = vaults;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param rest the path behind {@code /providers/Microsoft.Authorization} */
    Reply answer(Visit visit, String scope, List<String> rest) {
        String kind = rest.isEmpty() ? "" : rest.getFirst().toLowerCase(Locale.ROOT);
        String id = rest.size() < 2 ? "" : rest.get(1);
        return switch (visit.request().method() + " " + kind + (id.isEmpty() ? "" : "/*")) {
            case "GET roleassignments" -> list(visit, scope);
            case "GET roleassignments/*" -> {
                visit.demand("Microsoft.Authorization/roleAssignments/read", scope);
                yield Reply.json(200, told(one(visit, id)));
            }
            case "PUT roleassignments/*" -> put(visit, scope, id);
            case "DELETE roleassignments/*" -> delete(visit, scope, id);
            case "GET permissions" -> OwnRights.told(visit, scope);
            case "GET roledefinitions", "GET roledefinitions/*" -> definitions(visit, scope, id);
            default -> throw ArmError.noRoute(visit.request().path());
        };
    }

    private static RoleAssignment one(Visit visit, String id) {
        return visit.vaults().roles().stream()
                .filter(r -> r.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> ArmError.error(
                        404, "RoleAssignmentNotFound", "The role assignment '" + id + "' is not found."));
    }

    private static Reply list(Visit visit, String scope) {
        visit.demand("Microsoft.Authorization/roleAssignments/read", scope);
        String filter = visit.request().query("$filter").orElse("");
        Matcher matcher = BY_PRINCIPAL.matcher(filter);
        Predicate<RoleAssignment> wanted = matcher.find() ? of(matcher.group(1)) : r -> true;
        boolean below = !filter.toLowerCase(Locale.ROOT).contains("atscope()");
        ArrayNode value = Json.array();
        visit.vaults().roles().stream()
                .filter(r -> r.covers(scope) || (below && scopeHolds(scope, r)))
                .filter(wanted)
                .forEach(r -> value.add(told(r)));
        return AzureDoor.list(value);
    }

    private static Predicate<RoleAssignment> of(String principal) {
        return r -> r.principal().equalsIgnoreCase(principal);
    }

    private static boolean scopeHolds(String scope, RoleAssignment role) {
        return role.scope().toLowerCase(Locale.ROOT).startsWith(scope.toLowerCase(Locale.ROOT) + "/");
    }

    private Reply put(Visit visit, String scope, String id) {
        visit.demand("Microsoft.Authorization/roleAssignments/write", scope);
        JsonNode properties = visit.body().path("properties");
        String definition = properties.path("roleDefinitionId").asText("");
        Role role = Role.of(definition)
                .orElseThrow(() -> ArmError.error(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '" + definition + "' does not exist."));
        String principal = properties.path("principalId").asText("");
        String type = type(visit, principal);
        Instant now = clock.instant();
        RoleAssignment made = vaults.change(all -> {
            demandNew(all, scope, role, principal);
            RoleAssignment given = new RoleAssignment(
                    id, scope, role, principal, type, now, now.plus(all.delays().spread()));
            return new Held.Changed<>(all.with(given), given);
        });
        return Reply.json(201, told(made));
    }

    private static void demandNew(Vaults all, String scope, Role role, String principal) {
        boolean there = all.roles().stream()
                .anyMatch(r -> r.role() == role
                        && r.principal().equalsIgnoreCase(principal)
                        && r.scope().equalsIgnoreCase(scope));
        if (there) {
            throw ArmError.error(409, "RoleAssignmentExists", "The role assignment already exists.");
        }
    }

    /** The kind of a principal of the caller's tenant; an application's own object id is none. */
    private String type(Visit visit, String principal) {
        var tenant = directory.now().tenant(visit.caller().tenant()).orElseThrow();
        boolean application =
                tenant.applications().stream().anyMatch(a -> a.principalId().equalsIgnoreCase(principal));
        boolean person = tenant.people().stream().anyMatch(p -> p.id().equalsIgnoreCase(principal));
        if (!application && !person) {
            throw ArmError.error(
                    400,
                    "PrincipalNotFound",
                    "Principal " + principal.replace("-", "") + " does not exist in the directory " + tenant.id()
                            + ". Check that you have the correct principal ID. If you are creating this principal and then"
                            + " immediately assigning a role, this error might be related to a replication delay.");
        }
        return application ? "ServicePrincipal" : "User";
    }

    private Reply delete(Visit visit, String scope, String id) {
        visit.demand("Microsoft.Authorization/roleAssignments/delete", scope);
        Optional<RoleAssignment> there = visit.vaults().roles().stream()
                .filter(r -> r.id().equalsIgnoreCase(id))
                .findFirst();
        if (there.isEmpty()) {
            return Reply.empty(204);
        }
        vaults.change(all -> new Held.Changed<>(all.withoutRole(id), id));
        return Reply.json(200, told(there.get()));
    }

    private static Reply definitions(Visit visit, String scope, String id) {
        visit.demand("Microsoft.Authorization/roleDefinitions/read", scope);
        Matcher matcher = BY_NAME.matcher(visit.request().query("$filter").orElse(""));
        Predicate<Role> wanted = matcher.find() ? named(matcher.group(1)) : r -> true;
        if (!id.isEmpty()) {
            return Reply.json(
                    200,
                    told(Role.of(id)
                            .orElseThrow(() -> ArmError.error(
                                    404,
                                    "RoleDefinitionDoesNotExist",
                                    "The specified role definition with ID '" + id + "' does not exist."))));
        }
        ArrayNode value = Json.array();
        Arrays.stream(Role.values()).filter(wanted).forEach(r -> value.add(told(r)));
        return AzureDoor.list(value);
    }

    private static Predicate<Role> named(String title) {
        return r -> r.title().equalsIgnoreCase(title);
    }

    private static ObjectNode told(Role role) {
        ObjectNode told = Json.object()
                .put("id", "/providers/Microsoft.Authorization/roleDefinitions/" + role.id())
                .put("name", role.id())
                .put("type", "Microsoft.Authorization/roleDefinitions");
        told.putObject("properties").put("roleName", role.title()).put("type", "BuiltInRole");
        return told;
    }

    private static ObjectNode told(RoleAssignment role) {
        ObjectNode told = Json.object()
                .put("id", role.scope() + "/providers/Microsoft.Authorization/roleAssignments/" + role.id())
                .put("name", role.id())
                .put("type", "Microsoft.Authorization/roleAssignments");
        told.putObject("properties")
                .put(
                        "roleDefinitionId",
                        "/providers/Microsoft.Authorization/roleDefinitions/"
                                + role.role().id())
                .put("principalId", role.principal())
                .put("principalType", role.principalType())
                .put("scope", role.scope())
                .put("createdOn", role.created().toString())
                .put("updatedOn", role.created().toString());
        return told;
    }
}
