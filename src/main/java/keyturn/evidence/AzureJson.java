package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;

/** What was seen at Azure doors, as fields of an inspection's JSON; absent where the target has no such doors. */
final class AzureJson {

    private AzureJson() {}

    static void put(ObjectNode root, AzureSight sight) {
        root.set("vaults", FactJson.list(sight.vaults(), AzureJson::vault));
        root.set("application", FactJson.of(sight.application(), AzureJson::application));
        root.set("azureProblems", FactJson.list(sight.problems(), AzureJson::problem));
    }

    private static JsonNode vault(VaultSight vault) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("name", vault.address().name())
                .put("uri", vault.address().uri());
        node.set("region", FactJson.of(vault.region(), FactJson::text));
        node.set("settings", FactJson.of(vault.resource(), AzureJson::settings));
        node.set("rights", FactJson.of(vault.rights(), rights -> FactJson.list(words(rights), FactJson::text)));
        node.set("keys", FactJson.ofList(vault.keys(), AzureJson::key));
        node.set("deletedKeys", FactJson.ofList(vault.deleted(), AzureJson::deleted));
        return node;
    }

    private static List<String> words(java.util.Set<KeyRight> rights) {
        return rights.stream().sorted().map(KeyRight::permission).toList();
    }

    private static JsonNode settings(VaultSight.Resource vault) {
        return Json.NODES
                .objectNode()
                .put("id", vault.id())
                .put("tenant", vault.tenant())
                .put("location", vault.location())
                .put("premium", vault.premium())
                .put("rightsBy", vault.roles() ? "roles" : "access policies")
                .put("softDelete", vault.softDelete())
                .put("retentionDays", vault.retention().toDays())
                .put("purgeProtection", vault.purgeProtection());
    }

    private static JsonNode key(VaultSight.Key key) {
        ObjectNode node = Json.NODES.objectNode().put("name", key.name()).put("ofCertificate", key.ofCertificate());
        ObjectNode tags = node.putObject("tags");
        key.tags().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        node.set("versions", FactJson.ofList(key.versions(), AzureJson::version));
        node.set("rotationPolicy", FactJson.of(key.rotation(), AzureJson::policy));
        return node;
    }

    private static JsonNode version(VaultSight.Version version) {
        ObjectNode node = Json.NODES.objectNode().put("version", version.id()).put("enabled", version.enabled());
        node.set("created", optional(version.created()));
        node.set("notBefore", optional(version.notBefore()));
        node.set("expires", optional(version.expires()));
        node.set("type", FactJson.of(version.material(), material -> FactJson.text(material.type())));
        node.set("bits", FactJson.of(version.material(), material -> Json.NODES.numberNode(material.bits())));
        node.set(
                "operations",
                FactJson.of(
                        version.material(),
                        material -> FactJson.list(
                                material.operations().stream().sorted().toList(), FactJson::text)));
        return node;
    }

    private static JsonNode policy(VaultSight.RotationPolicy policy) {
        ObjectNode node = Json.NODES.objectNode().put("rotates", policy.rotates());
        node.set("expiry", optional(policy.expiry()));
        node.set(
                "actions",
                FactJson.list(
                        policy.actions(),
                        action -> Json.NODES
                                .objectNode()
                                .put("act", action.rotates() ? "rotate" : "notify")
                                .put("when", action.when())));
        return node;
    }

    private static JsonNode deleted(VaultSight.DeletedKey key) {
        ObjectNode node = Json.NODES.objectNode().put("name", key.name());
        node.set("deleted", optional(key.deleted()));
        node.set("purge", optional(key.purge()));
        return node;
    }

    private static JsonNode application(AzureSight.ApplicationSeen seen) {
        ObjectNode node =
                Json.NODES.objectNode().put("client", seen.client().value()).put("name", seen.name());
        node.set("secrets", FactJson.list(seen.secrets(), secret -> {
            ObjectNode each = Json.NODES.objectNode().put("keyId", secret.keyId());
            each.set("name", optional(secret.name()));
            each.set("hint", optional(secret.hint()));
            each.set("expires", optional(secret.expires()));
            return each;
        }));
        return node;
    }

    private static JsonNode problem(Problem problem) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("code", problem.code())
                .put("summary", problem.summary().text());
        node.set("detail", optional(problem.detail()));
        return node.put("next", problem.next().text());
    }

    private static JsonNode optional(Optional<?> value) {
        return value.<JsonNode>map(FactJson::text).orElse(Json.NODES.nullNode());
    }
}
