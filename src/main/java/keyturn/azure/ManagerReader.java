package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.KeyRight;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.VaultDoor;
import keyturn.domain.VaultSight;
import keyturn.entra.Entra;
import keyturn.inspect.ManagementReader;
import keyturn.inspect.Told;

/** Finds a vault in the subscriptions that the signed-in principal sees, and reads what it may do there. */
public final class ManagerReader implements ManagementReader {

    private static final String SUBSCRIPTIONS = "/subscriptions?api-version=2022-12-01";
    private static final String VAULTS = "/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01";
    private static final String VAULT = "?api-version=2023-07-01";
    private static final String PERMISSIONS = "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";
    /** Who sees more than these gives the vault's resource manager a rest. */
    private static final int MOST = 100;

    private final ManagerDoor manager;
    private final KeyRights rights;

    /**
     * Sends nothing yet.
     *
     * @param address of the resource manager
     * @param resource what a token for it is asked for
     */
    public ManagerReader(Entra entra, String address, String resource) {
        this.manager = new ManagerDoor(entra, address, resource);
        this.rights = new KeyRights(entra, resource);
    }

    @Override
    public Told<VaultSight.Resource> vault(VaultDoor door) {
        String name = door.address().name();
        try {
            Optional<JsonNode> found = search(name);
            return found.<Told<VaultSight.Resource>>map(vault -> new Told.Answered<>(resource(vault)))
                    .orElseGet(() -> new Told.Failed<>(unseen(name)));
        } catch (ManagerDoor.Refused refused) {
            return refused.told("Microsoft.KeyVault/vaults/read", name);
        }
    }

    /** A subscription whose vaults may not be listed hides nothing of the others. */
    private Optional<JsonNode> search(String name) throws ManagerDoor.Refused {
        Optional<ManagerDoor.Refused> refusal = Optional.empty();
        List<JsonNode> subscriptions = manager.list(SUBSCRIPTIONS);
        for (JsonNode each : subscriptions.stream().limit(MOST).toList()) {
            try {
                Optional<JsonNode> found =
                        manager
                                .list("/subscriptions/"
                                        + each.path("subscriptionId").asText() + VAULTS)
                                .stream()
                                .filter(vault -> vault.path("name").asText().equalsIgnoreCase(name))
                                .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (ManagerDoor.Refused refused) {
                refusal = Optional.of(refused);
            }
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return Optional.empty();
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
        String path = vault.id() + (vault.roles() ? PERMISSIONS : VAULT);
        try {
            return vault.roles()
                    ? new Told.Answered<>(KeyRights.byRoles(manager.list(path)))
                    : rights.byPolicies(manager.get(path));
        } catch (ManagerDoor.Refused refused) {
            return refused.told("Microsoft.KeyVault/vaults/read", vault.id());
        }
    }
}
