package keyturn.evidence.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import keyturn.domain.host.HostSight;

/** What was seen on the Windows host: {@code host} of an inspection's JSON. */
public final class HostJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HostJson() {}

    public static JsonNode tree(HostSight sight) {
        ObjectNode root = NODES.objectNode().put("computer", sight.computer());
        root.set("services", all(sight.services(), HostJson::service));
        root.set("programs", all(sight.programs(), HostJson::program));
        root.set("files", all(sight.files(), HostJson::file));
        root.set("registry", sight.registry().map(HostJson::registry).orElseGet(NODES::nullNode));
        root.set(
                "runtimes",
                all(
                        sight.runtimes(),
                        one -> NODES.objectNode().put("family", one.family()).put("version", one.version())));
        root.put("dotNet", sight.dotNet().orElse(null));
        root.set("pending", texts(sight.pending()));
        root.set(
                "events",
                all(
                        sight.events(),
                        one -> NODES.objectNode()
                                .put("at", one.at().toString())
                                .put("id", one.id())
                                .put("level", one.level())
                                .put("message", one.message())));
        return root;
    }

    private static JsonNode service(HostSight.Service one) {
        ObjectNode node = NODES.objectNode()
                .put("name", one.name().value())
                .put("displayName", one.displayName())
                .put("state", one.state())
                .put("startType", one.startType().map(type -> type.word()).orElse(null))
                .put("account", one.account());
        node.set(
                "dependents",
                all(
                        one.dependents(),
                        each -> NODES.objectNode()
                                .put("name", each.name().value())
                                .put("state", each.state())));
        node.set("modules", texts(one.modules()));
        return node;
    }

    private static JsonNode program(HostSight.Program one) {
        return NODES.objectNode()
                .put("name", one.name())
                .put("version", one.version())
                .put("productCode", one.product().value())
                .put("installed", one.installed().map(String::valueOf).orElse(null));
    }

    private static JsonNode file(HostSight.File one) {
        return NODES.objectNode()
                .put("path", one.path())
                .put("version", one.version())
                .put("date", one.written().toString())
                .put("bytes", one.bytes())
                .put("sha256", one.hash().value())
                .put("signature", one.signature())
                .put("signer", one.signer().orElse(null))
                .put("readable", one.readable().orElse(null));
    }

    private static JsonNode registry(HostSight.Registry one) {
        ObjectNode node = NODES.objectNode()
                .put("sddl", one.sddl())
                .put("writable", one.writable().orElse(null));
        node.set(
                "keyUris",
                all(
                        one.uris(),
                        uri -> NODES.objectNode()
                                .put("thumbprint", uri.thumbprint())
                                .put("uri", uri.uri())));
        return node;
    }

    private static <T> ArrayNode all(List<T> content, Function<T, JsonNode> write) {
        ArrayNode array = NODES.arrayNode();
        content.forEach(one -> array.add(write.apply(one)));
        return array;
    }

    private static ArrayNode texts(List<String> content) {
        ArrayNode array = NODES.arrayNode();
        content.forEach(array::add);
        return array;
    }
}
