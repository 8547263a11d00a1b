package keyturn.practice.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.practice.web.Json;

/**
 * Keys as JSON.
 *
 * @param base the vault's address, without a slash at its end
 */
record KeyText(String base, Vault vault) {

    String kid(VaultKey key, KeyVersion version) {
        return base + "/keys/" + key.name() + "/" + version.id();
    }

    ObjectNode bundle(VaultKey key, KeyVersion version) {
        ObjectNode web = Json.object().put("kid", kid(key, version)).put("kty", version.type());
        web.set("key_ops", Json.texts(version.operations()));
        web.setAll(version.material().published());
        ObjectNode bundle = Json.object();
        bundle.set("key", web);
        bundle.set("attributes", attributes(version));
        bundle.set("tags", tags(version));
        return bundle;
    }

    private ObjectNode attributes(KeyVersion version) {
        ObjectNode attributes = Json.object().put("enabled", version.enabled());
        version.from().ifPresent(t -> attributes.put("nbf", t.getEpochSecond()));
        version.until().ifPresent(t -> attributes.put("exp", t.getEpochSecond()));
        return attributes
                .put("created", version.created().getEpochSecond())
                .put("updated", version.updated().getEpochSecond())
                .put("recoveryLevel", vault.recoveryLevel())
                .put("recoverableDays", vault.settings().retentionDays())
                .put("exportable", false)
                .put("hsmPlatform", version.hsm() ? "2" : "0");
    }

    private static ObjectNode tags(KeyVersion version) {
        ObjectNode tags = Json.object();
        version.tags().forEach(tags::put);
        return tags;
    }

    /** As a list shows the newest version of each key. */
    ObjectNode item(VaultKey key) {
        return item(base + "/keys/" + key.name(), key.newest());
    }

    ObjectNode item(VaultKey key, KeyVersion version) {
        return item(kid(key, version), version);
    }

    private ObjectNode item(String kid, KeyVersion version) {
        ObjectNode item = Json.object().put("kid", kid);
        item.set("attributes", attributes(version));
        item.set("tags", tags(version));
        return item;
    }

    /** A key that is deleted, with what tells until when it can be recovered. */
    ObjectNode deleted(VaultKey key, boolean whole) {
        ObjectNode node = whole ? bundle(key, key.newest()) : item(key);
        key.removal()
                .ifPresent(r -> node.put("recoveryId", base + "/deletedkeys/" + key.name())
                        .put("deletedDate", r.at().getEpochSecond())
                        .put("scheduledPurgeDate", r.purge().getEpochSecond()));
        return node;
    }
}
