package keyturn.practice.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.VaultPorts;
import keyturn.practice.web.Json;

/** Vaults as the resource manager tells of them. */
record VaultText(VaultPorts ports) {

    ObjectNode told(Vault vault) {
        ObjectNode told = head(vault);
        ObjectNode properties = told.putObject("properties");
        properties
                .putObject("sku")
                .put("family", "A")
                .put("name", vault.settings().premium() ? "premium" : "standard");
        properties.put("tenantId", vault.site().tenant());
        firewall(vault.settings().firewall(), properties);
        ArrayNode policies = properties.putArray("accessPolicies");
        vault.policies().forEach(p -> policies.add(told(p)));
        properties
                .put("enabledForDeployment", false)
                .put("enabledForDiskEncryption", false)
                .put("enabledForTemplateDeployment", false)
                .put("enableSoftDelete", true)
                .put("softDeleteRetentionInDays", vault.settings().retentionDays())
                .put("enableRbacAuthorization", vault.settings().rbac());
        if (vault.settings().purgeProtection()) {
            properties.put("enablePurgeProtection", true);
        }
        properties
                .put("vaultUri", ports.address(vault.name()).map(a -> a + "/").orElse(""))
                .put("provisioningState", "Succeeded");
        return told;
    }

    ObjectNode head(Vault vault) {
        ObjectNode told = Json.object()
                .put("id", vault.id())
                .put("name", vault.name())
                .put("type", "Microsoft.KeyVault/vaults")
                .put("location", vault.site().location());
        ObjectNode tags = told.putObject("tags");
        vault.settings().tags().forEach(tags::put);
        return told;
    }

    private static void firewall(Firewall firewall, ObjectNode properties) {
        ObjectNode rules = properties.putObject("networkAcls");
        rules.put("bypass", firewall.bypass()).put("defaultAction", firewall.deny() ? "Deny" : "Allow");
        ArrayNode addresses = rules.putArray("ipRules");
        firewall.addresses().forEach(a -> addresses.addObject().put("value", a));
        rules.putArray("virtualNetworkRules");
        properties.put("publicNetworkAccess", firewall.publicAccess() ? "Enabled" : "Disabled");
    }

    static ObjectNode told(AccessPolicy policy) {
        ObjectNode told = Json.object().put("tenantId", policy.tenant()).put("objectId", policy.objectId());
        ObjectNode permissions = told.putObject("permissions");
        permissions.set("keys", Json.texts(policy.keys().stream().sorted().toList()));
        permissions.set("secrets", Json.texts(policy.secrets().stream().sorted().toList()));
        permissions.set(
                "certificates",
                Json.texts(policy.certificates().stream().sorted().toList()));
        return told;
    }
}
