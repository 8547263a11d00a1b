package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.Entra;
import keyturn.inspect.ManagementReader;
import keyturn.inspect.Told;

/** Finds a vault in the subscriptions that the signed-in principal sees, and reads what it may do there. */
public final class ManagerReader implements ManagementReader {

    private static final String PERMISSIONS = "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";

    private final ManagerDoor manager;
    private final VaultSearch search;
    private final KeyRights rights;

    /**
     * Sends nothing yet.
     *
     * @param address of the resource manager
     * @param resource what a token for it is asked for
     */
    public ManagerReader(Entra entra, String address, String resource) {
        this.manager = new ManagerDoor(entra, address, resource);
        this.search = new VaultSearch(manager);
        this.rights = new KeyRights(entra, resource, manager);
    }

    @Override
    public Told<VaultSight.Resource> vault(VaultDoor door) {
        String name = door.address().name();
        try {
            Optional<JsonNode> found = search.live(name);
            if (found.isPresent()) {
                return new Told.Answered<>(resource(found.get()));
            }
            return new Told.Failed<>(deleted(name).orElseGet(() -> unseen(name)));
        } catch (ManagerDoor.Refused refused) {
            return refused.told("Microsoft.KeyVault/vaults/read", name);
        }
    }

    /** Who may not look among deleted vaults is told no more than that there is no live one. */
    private Optional<Problem> deleted(String name) throws ManagerDoor.Refused {
        try {
            return search.deleted(name).map(vault -> {
                JsonNode about = vault.path("properties");
                String when = about.path("deletionDate").asText();
                String until = about.path("scheduledPurgeDate").asText();
                return new Problem(
                        "azure.vault-deleted",
                        Message.of("azure.vaultDeleted", name, when, until),
                        Optional.of(vault.path("id").asText()),
                        Message.of("azure.vaultDeleted.next"));
            });
        } catch (ManagerDoor.Refused refused) {
            if (refused.isForbidden()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Problem unseen(String name) {
        return new Problem(
                "azure.vault-unseen",
                Message.of("azure.vaultUnseen", name),
                Optional.empty(),
                Message.of("azure.vaultUnseen.next"));
    }

    private static VaultSight.Resource resource(JsonNode vault) {
        JsonNode settings = vault.path("properties");
        String id = vault.path("id").asText();
        String[] parts = id.split("/");
        return new VaultSight.Resource(
                id,
                parts.length > 2 ? parts[2] : "",
                settings.path("tenantId").asText(),
                vault.path("location").asText(),
                settings.path("sku").path("name").asText().equalsIgnoreCase("premium"),
                settings.path("enableRbacAuthorization").asBoolean(false),
                settings.path("enableSoftDelete").asBoolean(true),
                Duration.ofDays(settings.path("softDeleteRetentionInDays").asInt(90)),
                settings.path("enablePurgeProtection").asBoolean(false));
    }

    @Override
    public Told<Set<KeyRight>> rights(VaultSight.Resource vault) {
        String path = vault.id() + (vault.roles() ? PERMISSIONS : ManagerDoor.KEY_VAULT_VERSION);
        try {
            return vault.roles()
                    ? new Told.Answered<>(KeyRights.byRoles(manager.list(path)))
                    : rights.byPolicies(manager.get(path));
        } catch (ManagerDoor.Refused refused) {
            return refused.told("Microsoft.KeyVault/vaults/read", vault.id());
        }
    }
}
