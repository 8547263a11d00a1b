package keyturn.practice.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Supplier;
import keyturn.practice.vault.Geographies;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Held;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;

/** Vaults that are deleted and can be recovered, or purged. */
final class DeletedVaults {

    private final Held<Vaults> vaults;
    private final Supplier<String> address;

    DeletedVaults(Held<Vaults> vaults, Supplier<String> address) {
        this.vaults = vaults;
        this.address = address;
    }

    Reply list(Visit visit, Azure.Subscription subscription) {
        visit.demand("Microsoft.KeyVault/deletedVaults/read", "/subscriptions/" + subscription.id());
        ArrayNode value = Json.array();
        visit.vaults().vaults().values().stream()
                .filter(v -> !v.live() && v.site().subscription().equalsIgnoreCase(subscription.id()))
                .forEach(v -> value.add(told(v)));
        return AzureDoor.list(value);
    }

    private static Vault found(Visit visit, Azure.Subscription subscription, String location, String name) {
        return visit.vaults()
                .vault(name)
                .filter(v -> !v.live() && v.site().subscription().equalsIgnoreCase(subscription.id()))
                .filter(v -> v.site().location().equals(Geographies.location(location)))
                .orElseThrow(() -> ArmError.noDeletedVault(name, location));
    }

    Reply get(Visit visit, Azure.Subscription subscription, String location, String name) {
        visit.demand("Microsoft.KeyVault/locations/deletedVaults/read", "/subscriptions/" + subscription.id());
        return Reply.json(200, told(found(visit, subscription, location, name)));
    }

    Reply purge(Visit visit, Azure.Subscription subscription, String location, String name) {
        visit.demand("Microsoft.KeyVault/locations/deletedVaults/purge/action", "/subscriptions/" + subscription.id());
        Vault gone = found(visit, subscription, location, name);
        if (gone.settings().purgeProtection()) {
            throw ArmError.error(
                    409,
                    "DeletedVaultPurge",
                    "Operation 'DeletedVaultPurge' is not allowed. Purge protection is enabled for the vault '" + name
                            + "'.");
        }
        vaults.change(all -> new Held.Changed<>(all.without(name), gone));
        String later =
                address.get() + "/subscriptions/" + subscription.id() + "/providers/Microsoft.KeyVault/locations/"
                        + gone.site().location() + "/operationResults/" + UUID.randomUUID() + "?api-version="
                        + visit.request().query("api-version").orElse("");
        return Reply.empty(202).with("Location", later).with("Retry-After", "1");
    }

    private static ObjectNode told(Vault vault) {
        ObjectNode told = Json.object()
                .put(
                        "id",
                        "/subscriptions/" + vault.site().subscription() + "/providers/Microsoft.KeyVault/locations/"
                                + vault.site().location() + "/deletedVaults/" + vault.name())
                .put("name", vault.name())
                .put("type", "Microsoft.KeyVault/deletedVaults");
        ObjectNode properties = told.putObject("properties")
                .put("vaultId", vault.id())
                .put("location", vault.site().location())
                .put("deletionDate", vault.deleted().orElseThrow().toString())
                .put("scheduledPurgeDate", vault.purge().toString());
        if (vault.settings().purgeProtection()) {
            properties.put("purgeProtectionEnabled", true);
        }
        ObjectNode tags = properties.putObject("tags");
        vault.settings().tags().forEach(tags::put);
        return told;
    }
}
