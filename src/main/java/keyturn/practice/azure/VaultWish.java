package keyturn.practice.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Vault;

/** What a request says of a vault's settings. */
final class VaultWish {

    private static final int POLICIES = 1024;

    private VaultWish() {}

    /** The settings that a request makes of those before; what it does not name stays. */
    static Vault.Settings settings(Vault.Settings before, JsonNode body) {
        JsonNode properties = body.path("properties");
        int days = properties.path("softDeleteRetentionInDays").asInt(before.retentionDays());
        if (days < 7 || days > 90) {
            throw bad("The property \"softDeleteRetentionInDays\" must be a number from 7 to 90.");
        }
        boolean purge = properties.path("enablePurgeProtection").asBoolean(before.purgeProtection());
        if (before.purgeProtection() && !purge) {
            throw bad(
                    "The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection for a"
                            + " vault is an irreversible action.");
        }
        if (properties.path("enableSoftDelete").isBoolean()
                && !properties.path("enableSoftDelete").booleanValue()) {
            throw bad("The property \"enableSoftDelete\" can be set to true only. Soft delete cannot be disabled.");
        }
        String sku = properties.path("sku").path("name").asText(before.premium() ? "premium" : "standard");
        return new Vault.Settings(
                sku.equalsIgnoreCase("premium"),
                properties.path("enableRbacAuthorization").asBoolean(before.rbac()),
                purge,
                days,
                firewall(before.firewall(), properties),
                body.path("tags").isObject() ? tags(body.path("tags")) : before.tags());
    }

    private static Map<String, String> tags(JsonNode given) {
        Map<String, String> tags = new LinkedHashMap<>();
        given.properties().forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
        return tags;
    }

    private static Firewall firewall(Firewall before, JsonNode properties) {
        boolean open = !properties
                .path("publicNetworkAccess")
                .asText(before.publicAccess() ? "Enabled" : "Disabled")
                .equalsIgnoreCase("Disabled");
        JsonNode rules = properties.path("networkAcls");
        if (!rules.isObject()) {
            return new Firewall(before.deny(), before.bypass(), before.addresses(), open);
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode each : rules.path("ipRules")) {
            String value = each.path("value").asText("");
            if (!Firewall.valid(value)) {
                throw bad("The ip rule \"" + value + "\" is neither an IPv4 address nor a range of them.");
            }
            addresses.add(value);
        }
        return new Firewall(
                rules.path("defaultAction").asText("Allow").equalsIgnoreCase("Deny"),
                rules.path("bypass").asText("AzureServices"),
                addresses,
                open);
    }

    static List<AccessPolicy> policies(JsonNode properties) {
        List<AccessPolicy> policies = new ArrayList<>();
        for (JsonNode each : properties.path("accessPolicies")) {
            JsonNode permissions = each.path("permissions");
            policies.add(new AccessPolicy(
                    text(each, "tenantId"),
                    text(each, "objectId"),
                    words(permissions.path("keys")),
                    words(permissions.path("secrets")),
                    words(permissions.path("certificates"))));
        }
        if (policies.size() > POLICIES) {
            throw bad("A vault has at most 1024 access policies.");
        }
        return policies;
    }

    private static String text(JsonNode policy, String name) {
        String text = policy.path(name).asText("");
        if (text.isEmpty()) {
            throw bad("An access policy needs the property \"" + name + "\".");
        }
        return text;
    }

    private static Set<String> words(JsonNode given) {
        Set<String> words = new HashSet<>();
        given.forEach(w -> words.add(w.asText()));
        return words;
    }

    static keyturn.practice.web.Refusal bad(String why) {
        return ArmError.error(400, "BadRequest", why);
    }
}
