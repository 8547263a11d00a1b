package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.evidence.due.RadarJson;
import keyturn.evidence.forecast.ForecastJson;
import keyturn.evidence.host.HostJson;
import keyturn.plan.forecast.Forecast;

/** An inspection as JSON, format 1: what {@code inspect --json} prints and what evidence holds before and after. */
public final class InspectionJson {

    private InspectionJson() {}

    /** Whole text, indented, ending in a line feed. */
    public static String write(Inspection inspection) {
        return Json.pretty(tree(inspection));
    }

    /** The forecast of a server alone, as {@code forecast --json} prints it; format 1, whole text. */
    public static String write(Inspection inspection, Forecast forecast) {
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", 1);
        root.put("takenAt", inspection.takenAt().toString());
        root.set("server", server(inspection.identity()));
        root.setAll(ForecastJson.tree(forecast));
        return Json.pretty(root);
    }

    public static ObjectNode tree(Inspection inspection) {
        Inspection.Facts facts = inspection.facts();
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", 1);
        root.put("takenAt", inspection.takenAt().toString());
        root.set("server", server(inspection.identity()));
        root.set("startedAt", FactJson.of(facts.startedAt(), FactJson::text));
        root.set("topology", FactJson.of(facts.topology(), InspectionJson::topology));
        root.set("ekm", FactJson.of(facts.ekm(), InspectionJson::ekm));
        root.set("providers", FactJson.ofList(facts.providers(), provider -> provider(provider, facts)));
        root.set("loadedModules", FactJson.ofList(facts.loadedModules(), InspectionJson::module));
        root.set("databases", FactJson.ofList(facts.databases(), database -> database(database, facts)));
        root.set("asymmetricKeys", FactJson.ofList(facts.asymmetricKeys(), InspectionJson::asymmetricKey));
        root.set("logins", FactJson.ofList(facts.keyLogins(), InspectionJson::login));
        root.set("credentials", FactJson.ofList(facts.credentials(), InspectionJson::credential));
        root.set("dllFiles", FactJson.ofList(facts.dllFiles(), file -> FactJson.text(file.path())));
        root.set("permissions", FactJson.ofList(facts.permissions(), InspectionJson::permission));
        AroundJson.put(root, facts.around());
        facts.azure().ifPresent(sight -> AzureJson.put(root, sight));
        inspection.host().ifPresent(seen -> root.set("host", FactJson.of(seen, HostJson::tree)));
        Forecast forecast = Forecast.of(inspection);
        root.set("secrets", RadarJson.tree(inspection, forecast));
        root.set("forecast", ForecastJson.tree(forecast));
        root.put("digest", inspection.digest());
        return root;
    }

    private static ObjectNode topology(Inspection.Topology topology) {
        return Json.NODES
                .objectNode()
                .put("clustered", topology.clustered())
                .put("hadrEnabled", topology.hadrEnabled());
    }

    private static ObjectNode ekm(Inspection.EkmSwitch ekm) {
        return Json.NODES.objectNode().put("configured", ekm.configured()).put("running", ekm.running());
    }

    private static ObjectNode permission(Permission held) {
        return Json.NODES.objectNode().put("name", held.name()).put("securable", held.securable());
    }

    private static ObjectNode server(Inspection.ServerIdentity identity) {
        return Json.NODES
                .objectNode()
                .put("name", identity.name())
                .put("version", identity.productVersion())
                .put("edition", identity.edition())
                .put("node", identity.node().value())
                .put("login", identity.loginName())
                .put("practice", identity.practice());
    }

    private static JsonNode provider(Inspection.Provider provider, Inspection.Facts facts) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("name", provider.name().value())
                .put("guid", provider.guid())
                .put("version", provider.version())
                .put("dllPath", provider.dllPath())
                .put("enabled", provider.enabled());
        node.set("loaded", FactJson.of(facts.loadedModules(), modules -> loaded(provider, modules)));
        return node;
    }

    /** The module with the provider's file name; where two builds are in the process, the one the catalog does not name. */
    private static JsonNode loaded(Inspection.Provider provider, List<LoadedModule> modules) {
        List<LoadedModule> same = modules.stream()
                .filter(module -> fileName(module.path()).equalsIgnoreCase(fileName(provider.dllPath())))
                .toList();
        return same.stream()
                .filter(module -> !module.path().equalsIgnoreCase(provider.dllPath()))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .map(InspectionJson::module)
                .orElse(Json.NODES.nullNode());
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    private static JsonNode module(LoadedModule module) {
        ObjectNode node = Json.NODES.objectNode().put("path", module.path()).put("version", module.version());
        node.set("fileDate", FactJson.of(module.fileDate(), FactJson::text));
        return node;
    }

    private static JsonNode database(Database database, Inspection.Facts facts) {
        KeyChain chain = KeyChain.of(database, facts);
        ObjectNode node = Json.NODES
                .objectNode()
                .put("name", database.name().value())
                .put("state", database.state())
                .put("recoveryModel", database.recoveryModel())
                .put("readOnly", database.readOnly());
        var key = database.key();
        node.set("encryptionState", FactJson.ofOptional(key, found -> Json.NODES.numberNode(found.state())));
        node.set("thumbprint", FactJson.ofOptional(key, found -> FactJson.text(found.thumbprint())));
        node.set("scan", FactJson.ofOptional(scan(key), FactJson::text));
        node.set("encryptorType", FactJson.ofOptional(key, found -> FactJson.text(found.protectorType())));
        node.set("asymmetricKey", FactJson.ofOptional(chain.asymmetricKey(), FactJson::text));
        node.set("login", FactJson.ofOptional(chain.login(), FactJson::text));
        node.set("credential", FactJson.ofOptional(chain.credential(), FactJson::text));
        node.set("vault", FactJson.ofOptional(chain.vault(), FactJson::text));
        node.set("logBackupPossible", FactJson.of(database.logBackupPossible(), Json.NODES::booleanNode));
        Inspection.Partners partners = database.partners();
        node.set("availabilityGroup", FactJson.ofOptional(partners.availabilityGroup(), FactJson::text));
        node.set("mirrored", FactJson.of(partners.mirrored(), Json.NODES::booleanNode));
        node.set("logShipped", FactJson.of(partners.logShipped(), Json.NODES::booleanNode));
        return node;
    }

    private static Fact<Optional<String>> scan(Fact<Optional<Inspection.EncryptionKey>> key) {
        return switch (key) {
            case Fact.Known<Optional<Inspection.EncryptionKey>> known ->
                new Fact.Known<>(known.content().flatMap(Inspection.EncryptionKey::scan), known.how());
            case Fact.Unknown<Optional<Inspection.EncryptionKey>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<Optional<Inspection.EncryptionKey>> denied ->
                new Fact.NotPermitted<>(denied.permission());
        };
    }

    private static JsonNode asymmetricKey(Inspection.AsymmetricKey key) {
        return Json.NODES
                .objectNode()
                .put("name", key.name().value())
                .put("thumbprint", key.thumbprint().toString())
                .put("providerGuid", key.providerGuid())
                .put("length", key.length());
    }

    private static JsonNode login(Inspection.KeyLogin login) {
        ObjectNode node =
                Json.NODES.objectNode().put("name", login.name().value()).put("disabled", login.disabled());
        node.set("asymmetricKey", FactJson.ofOptional(new Fact.Known<>(login.key(), ""), FactJson::text));
        login.madeFrom().ifPresent(from -> node.put("keyShownBy", from.link().name()));
        node.set("credential", FactJson.ofOptional(new Fact.Known<>(login.credential(), ""), FactJson::text));
        return node;
    }

    private static JsonNode credential(Inspection.Credential credential) {
        return Json.NODES
                .objectNode()
                .put("name", credential.name().value())
                .put("identity", credential.identity())
                .put("providerId", credential.providerId());
    }
}
