package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.run.door.Outcome;

/** Recovers a deleted vault, or creates one where no other has the name, a deleted one included. Nothing is purged. */
record VaultMaking(ManagerDoor door) {

    private static final String SUBSCRIPTIONS = "?api-version=2022-12-01";
    private static final String GROUPS = "?api-version=2021-04-01";

    /** The longest that Azure lets a deleted vault or key be recovered. */
    private static final int RETENTION_DAYS = 90;

    /** A vault that was just made says that its name is on its way into DNS. */
    private static final String ON_ITS_WAY = "RegisteringDns";

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LOOKS = 45;

    Outcome recover(VaultAddress vault) {
        long began = System.nanoTime();
        try {
            Optional<JsonNode> gone = new VaultSearch(door).deleted(vault.name());
            if (gone.isEmpty()) {
                return new Outcome.NotSent(ManagerWriter.problem("notDeleted", vault.name()));
            }
            String id = ManagerWriter.text(gone.get(), "properties", "vaultId");
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("location", ManagerWriter.text(gone.get(), "properties", "location"));
            ObjectNode properties = body.putObject("properties")
                    .put("tenantId", tenant(id.split("/")[2]))
                    .put("createMode", "recover");
            properties.putObject("sku").put("family", "A").put("name", "standard");
            return put(id, body).orElseGet(() -> settled(id, began, "recovered", vault));
        } catch (ManagerDoor.Refused refused) {
            return new Outcome.NotSent(refused.problem());
        }
    }

    Outcome create(VaultAddress vault, VaultHome home) {
        long began = System.nanoTime();
        try {
            Optional<Outcome> taken = taken(vault, home);
            if (taken.isPresent()) {
                return taken.get();
            }
            String id = home.path(vault);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("location", home.region());
            ObjectNode properties = body.putObject("properties")
                    .put("tenantId", tenant(home.subscription()))
                    .put("enableRbacAuthorization", true)
                    .put("enablePurgeProtection", true)
                    .put("softDeleteRetentionInDays", RETENTION_DAYS);
            properties.putObject("sku").put("family", "A").put("name", home.premium() ? "premium" : "standard");
            properties.putArray("accessPolicies");
            return put(id, body).orElseGet(() -> settled(id, began, "created", vault));
        } catch (ManagerDoor.Refused refused) {
            return new Outcome.NotSent(refused.problem());
        }
    }

    /** Also where the name belongs to somebody whose vaults this sign-in does not see. */
    private Optional<Outcome> taken(VaultAddress vault, VaultHome home) throws ManagerDoor.Refused {
        String subscription = "/subscriptions/" + home.subscription();
        door.get(subscription + "/resourceGroups/" + home.group() + GROUPS);
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("name", vault.name())
                .put("type", "Microsoft.KeyVault/vaults");
        JsonNode answer = door.post(
                subscription + "/providers/Microsoft.KeyVault/checkNameAvailability" + ManagerDoor.KEY_VAULT_VERSION,
                wanted.toString());
        if (answer.path("nameAvailable").asBoolean(false)) {
            return Optional.empty();
        }
        boolean deleted = new VaultSearch(door).deleted(vault.name()).isPresent();
        return Optional.of(
                new Outcome.NotSent(ManagerWriter.problem(deleted ? "nameOfDeleted" : "nameTaken", vault.name())));
    }

    private String tenant(String subscription) throws ManagerDoor.Refused {
        return ManagerWriter.text(door.get("/subscriptions/" + subscription + SUBSCRIPTIONS), "tenantId");
    }

    private Optional<Outcome> put(String id, ObjectNode body) {
        return door.put(id + ManagerDoor.KEY_VAULT_VERSION, body.toString());
    }

    /** What comes next goes there by its name; one that takes long is no failure, as the next step looks again. */
    private Outcome settled(String id, long began, String done, VaultAddress vault) {
        for (int looks = 0; looks < LOOKS && isOnItsWay(id); looks++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return ManagerWriter.done(began, done, vault.name());
    }

    private boolean isOnItsWay(String id) {
        try {
            JsonNode vault = door.get(id + ManagerDoor.KEY_VAULT_VERSION);
            return ManagerWriter.text(vault, "properties", "provisioningState").equals(ON_ITS_WAY);
        } catch (ManagerDoor.Refused unseen) {
            return false;
        }
    }
}
