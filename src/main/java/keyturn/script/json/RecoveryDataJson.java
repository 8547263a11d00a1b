package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.BackupOrder.OrderedKey;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.azure.VaultSite;
import keyturn.script.ManifestJson;

/** Keys that are backed up together, and backups to restore, as JSON, and back. */
final class RecoveryDataJson {

    private RecoveryDataJson() {}

    static ObjectNode write(ObjectNode written, BackupOrder order) {
        written.put("vault", order.vault().uri());
        write(written, order.site());
        written.put("folder", order.folder().value())
                .put("stamp", order.stamp())
                .put("list", order.list().value());
        ArrayNode keys = written.putArray("keys");
        for (OrderedKey key : order.keys()) {
            ArrayNode needed = keys.addObject().put("name", key.name().value()).putArray("neededBy");
            key.neededBy().forEach(database -> needed.add(database.value()));
        }
        return written;
    }

    private static void write(ObjectNode written, VaultSite site) {
        site.subscription().ifPresent(subscription -> written.put("subscription", subscription));
        site.region().ifPresent(region -> written.put("region", region));
    }

    static BackupOrder order(Fields order) {
        List<OrderedKey> keys = new ArrayList<>();
        for (Fields key : order.objects("keys")) {
            keys.add(new OrderedKey(
                    key.text("name", KeyName::new),
                    key.texts("neededBy").stream().map(DatabaseName::new).toList()));
        }
        return new BackupOrder(
                order.text("vault", VaultAddress::parse),
                new VaultSite(optional(order, "subscription"), optional(order, "region")),
                keys,
                order.text("folder", LocalPath::new),
                order.text("stamp"),
                order.text("list", LocalPath::new));
    }

    private static Optional<String> optional(Fields fields, String name) {
        return fields.has(name) ? Optional.of(fields.text(name)) : Optional.empty();
    }

    static ObjectNode write(ObjectNode written, VaultAddress vault, KeyCopy copy) {
        written.put("vault", vault.uri())
                .put("file", copy.file().value())
                .set("manifest", ManifestJson.node(copy.manifest()));
        return written;
    }

    static ObjectNode write(ObjectNode written, VaultHome home) {
        return written.put("subscription", home.subscription())
                .put("resourceGroup", home.group())
                .put("region", home.region())
                .put("premium", home.premium());
    }

    static VaultHome home(Fields fields) {
        return new VaultHome(
                fields.text("subscription"),
                fields.text("resourceGroup"),
                fields.text("region"),
                fields.truth("premium"));
    }

    static ObjectNode write(ObjectNode written, Optional<ClientId> application) {
        application.ifPresent(client -> written.put("application", client.value()));
        return written;
    }

    static Optional<ClientId> application(Fields fields) {
        return optional(fields, "application").map(ClientId::new);
    }

    static VaultAddress vault(Fields fields) {
        return fields.text("vault", VaultAddress::parse);
    }

    static KeyCopy copy(Fields fields) {
        try {
            return new KeyCopy(
                    fields.text("file", LocalPath::new),
                    ManifestJson.read(fields.object("manifest").object()));
        } catch (ManifestJson.Malformed broken) {
            var malformed = new Fields.Malformed(fields.at("manifest." + broken.getMessage()));
            malformed.initCause(broken);
            throw malformed;
        }
    }
}
