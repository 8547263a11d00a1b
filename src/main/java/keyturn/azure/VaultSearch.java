package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;

/** Looks for a vault by its name, which no other vault of the cloud has, in all subscriptions that are seen. */
record VaultSearch(ManagerDoor manager) {

    private static final String SUBSCRIPTIONS = "/subscriptions?api-version=2022-12-01";
    private static final String LIVE = "/providers/Microsoft.KeyVault/vaults" + ManagerDoor.KEY_VAULT_VERSION;
    private static final String DELETED = "/providers/Microsoft.KeyVault/deletedVaults" + ManagerDoor.KEY_VAULT_VERSION;
    /** Subscriptions beyond these are not searched, and a vault that is in none of these may be in one of those. */
    private static final int MOST = 100;

    Optional<JsonNode> live(String name) throws ManagerDoor.Refused {
        return find(name, LIVE);
    }

    /** Among the vaults that are deleted and can be recovered. */
    Optional<JsonNode> deleted(String name) throws ManagerDoor.Refused {
        return find(name, DELETED);
    }

    /** A subscription whose vaults may not be listed hides nothing of the others. */
    private Optional<JsonNode> find(String name, String kind) throws ManagerDoor.Refused {
        Optional<ManagerDoor.Refused> refusal = Optional.empty();
        List<JsonNode> subscriptions = manager.list(SUBSCRIPTIONS);
        for (JsonNode each : subscriptions.stream().limit(MOST).toList()) {
            String id = each.path("subscriptionId").asText();
            try {
                Optional<JsonNode> found = manager.list("/subscriptions/" + id + kind).stream()
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
        if (subscriptions.size() > MOST) {
            throw new ManagerDoor.Refused(tooMany(name), false);
        }
        return Optional.empty();
    }

    private static Problem tooMany(String name) {
        return new Problem(
                "azure.many-subscriptions",
                Message.of("azure.manySubscriptions", name, MOST),
                Optional.empty(),
                Message.of("azure.manySubscriptions.next"));
    }
}
