package keyturn.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyRole;
import keyturn.domain.azure.VaultAddress;
import keyturn.entra.Entra;
import keyturn.entra.Failure;
import keyturn.entra.Patience;
import keyturn.entra.Web;
import keyturn.run.door.Outcome;

/**
 * Gives a principal rights on the keys of one vault: by a role whose scope is that vault, or by its access policies, whichever it uses. What
 * the principal holds there already stays.
 */
final class RightsGiving {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLES = "?api-version=2022-04-01";

    private final Entra entra;
    private final String resource;
    private final ManagerDoor door;

    RightsGiving(Entra entra, String resource, ManagerDoor door) {
        this.entra = entra;
        this.resource = resource;
        this.door = door;
    }

    /** @param application empty: the signed-in principal */
    Outcome give(VaultAddress vault, Optional<ClientId> application) {
        long began = System.nanoTime();
        KeyRole role = KeyRole.of(application.isPresent());
        try {
            Optional<JsonNode> live = new VaultSearch(door).live(vault.name());
            if (live.isEmpty()) {
                return new Outcome.NotSent(ManagerWriter.problem("vaultUnseen", vault.name()));
            }
            Optional<String> principal = principal(application);
            if (principal.isEmpty()) {
                return new Outcome.NotSent(ManagerWriter.problem(
                        "noPrincipal", application.map(ClientId::value).orElse("")));
            }
            boolean roles = live.get()
                    .path("properties")
                    .path("enableRbacAuthorization")
                    .asBoolean(false);
            Optional<Outcome> failed =
                    roles ? assign(live.get(), principal.get(), role) : permit(live.get(), principal.get(), role);
            return failed.orElseGet(
                    () -> ManagerWriter.done(began, roles ? "assigned" : "permitted", role.title(), vault.name()));
        } catch (ManagerDoor.Refused refused) {
            return new Outcome.NotSent(refused.problem());
        }
    }

    /** The same assignment has the same id each time. */
    private Optional<Outcome> assign(JsonNode vault, String principal, KeyRole role) {
        String id = ManagerWriter.text(vault, "id");
        UUID name = UUID.nameUUIDFromBytes(
                (id + " " + principal + " " + role.definition()).getBytes(StandardCharsets.UTF_8));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties")
                .put(
                        "roleDefinitionId",
                        "/subscriptions/" + id.split("/")[2] + "/providers/Microsoft.Authorization/roleDefinitions/"
                                + role.definition())
                .put("principalId", principal);
        return door.put(
                id + "/providers/Microsoft.Authorization/roleAssignments/" + name + ROLES,
                body.toString(),
                "RoleAssignmentExists");
    }

    private Optional<Outcome> permit(JsonNode vault, String principal, KeyRole role) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode policy =
                body.putObject("properties").putArray("accessPolicies").addObject();
        policy.put("tenantId", ManagerWriter.text(vault, "properties", "tenantId"))
                .put("objectId", principal);
        ArrayNode keys = policy.putObject("permissions").putArray("keys");
        role.rights().forEach(right -> keys.add(right.permission()));
        return door.put(
                ManagerWriter.text(vault, "id") + "/accessPolicies/add" + ManagerDoor.KEY_VAULT_VERSION,
                body.toString());
    }

    /** The object id of a service principal or a person; an application of its own has another one. */
    private Optional<String> principal(Optional<ClientId> application) throws ManagerDoor.Refused {
        JsonNode claims;
        try {
            claims = new OwnToken(entra, resource).claims();
        } catch (RuntimeException noToken) {
            throw door.refused(Failure.of(noToken));
        }
        String own = claims.path("appid").asText(claims.path("azp").asText(""));
        return application
                        .filter(client -> !client.value().equalsIgnoreCase(own))
                        .isEmpty()
                ? Optional.ofNullable(claims.path("oid").textValue())
                : inDirectory(application.get());
    }

    private Optional<String> inDirectory(ClientId client) throws ManagerDoor.Refused {
        Optional<String> graph = entra.doors().graph();
        Optional<String> audience = entra.doors().cloud().graph();
        if (graph.isEmpty() || audience.isEmpty()) {
            return Optional.empty();
        }
        try {
            Web.Answer answer = new Web(entra, graph.get(), audience.get(), Patience.reading())
                    .get(graph.get() + "/v1.0/servicePrincipals(appId='" + client.value() + "')?$select=id");
            return answer.good()
                    ? Optional.ofNullable(
                            JSON.readTree(answer.body()).path("id").textValue())
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            throw door.refused(Failure.of(failure));
        }
    }
}
