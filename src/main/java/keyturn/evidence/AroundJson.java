package keyturn.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.inspection.Surroundings;

/** What stands around the connector, as fields of an inspection's JSON. */
final class AroundJson {

    private AroundJson() {}

    static void put(ObjectNode root, Surroundings around) {
        root.set("listener", FactJson.ofOptional(around.listener(), FactJson::text));
        root.set("serviceAccount", FactJson.of(around.serviceAccount(), FactJson::text));
        root.set("sizes", FactJson.ofList(around.sizes(), AroundJson::size));
        root.set("backups", FactJson.ofList(around.backups(), AroundJson::backup));
        root.set("jobs", FactJson.ofList(around.jobs(), AroundJson::job));
        root.set("providerSessions", FactJson.ofList(around.sessions(), AroundJson::session));
        root.set("otherUses", FactJson.ofList(around.otherUses(), AroundJson::otherUse));
        root.set("registrations", FactJson.ofList(around.registrations(), AroundJson::registration));
        root.set("files", FactJson.list(around.files(), file -> {
            ObjectNode node = Json.NODES.objectNode().put("path", file.path().value());
            node.set("there", FactJson.of(file.there(), Json.NODES::booleanNode));
            return node;
        }));
        root.set("underway", UnderwayJson.of(around.underway()));
    }

    private static ObjectNode size(Surroundings.Size size) {
        return database(size.database().value())
                .put("dataMegabytes", size.dataMegabytes())
                .put("logMegabytes", size.logMegabytes());
    }

    private static ObjectNode backup(Surroundings.Backup backup) {
        return database(backup.database().value())
                .put("kind", backup.kind().name())
                .put("begun", backup.begun().toString())
                .put("finished", backup.finished().toString());
    }

    private static ObjectNode job(Surroundings.Job job) {
        return Json.NODES
                .objectNode()
                .put("name", job.name())
                .put("next", job.next().toString());
    }

    private static ObjectNode otherUse(Surroundings.OtherUse use) {
        return database(use.database().value())
                .put("kind", use.kind().name())
                .put("what", use.what())
                .put("providerGuid", use.providerGuid());
    }

    private static ObjectNode database(String name) {
        return Json.NODES.objectNode().put("database", name);
    }

    private static ObjectNode registration(Surroundings.Registration key) {
        ObjectNode node =
                Json.NODES.objectNode().put("asymmetricKey", key.key().value()).put("publicKey", key.publicKey());
        key.since().ifPresent(since -> node.put("since", since.toString()));
        return node;
    }

    private static ObjectNode session(Surroundings.ProviderSession session) {
        return Json.NODES
                .objectNode()
                .put("providerId", session.providerId())
                .put("session", session.sessionId())
                .put("login", session.login())
                .put("program", session.program())
                .put("host", session.host());
    }
}
