package keyturn.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.inspection.Underway;

/** What went on in the server while one looked, as a field of an inspection's JSON. */
final class UnderwayJson {

    private UnderwayJson() {}

    static ObjectNode of(Underway now) {
        ObjectNode node = Json.NODES.objectNode();
        node.set("backups", FactJson.ofList(now.backups(), UnderwayJson::backup));
        node.set(
                "scans",
                FactJson.ofList(
                        now.scans(), scan -> database(scan.database().value()).put("percent", scan.percent())));
        node.set("scansPaused", FactJson.of(now.scansPaused(), Json.NODES::booleanNode));
        node.set("limits", FactJson.ofList(now.limits(), UnderwayJson::limit));
        node.set(
                "oldLog",
                FactJson.ofList(
                        now.oldLog(), log -> database(log.database().value()).put("active", log.active())));
        node.set("folders", FactJson.list(now.folders(), UnderwayJson::folder));
        node.set("files", FactJson.ofList(now.files(), UnderwayJson::file));
        node.set("clock", FactJson.of(now.clock(), FactJson::text));
        return node;
    }

    private static ObjectNode backup(Underway.RunningBackup backup) {
        return Json.NODES
                .objectNode()
                .put("session", backup.sessionId())
                .put("database", backup.database().map(name -> name.value()).orElse(null))
                .put("percent", backup.percent())
                .put("since", backup.since().toString());
    }

    private static ObjectNode limit(Underway.Limit limit) {
        return database(limit.database().value())
                .put("standby", limit.standby())
                .put("snapshotOf", limit.snapshotOf().orElse(null))
                .put("logHeldBy", limit.logHeldBy().orElse(null));
    }

    private static ObjectNode folder(Underway.FolderSeen folder) {
        ObjectNode node = Json.NODES.objectNode().put("path", folder.folder().value());
        node.set("there", FactJson.of(folder.there(), Json.NODES::booleanNode));
        node.set("freeMegabytes", FactJson.of(folder.freeMegabytes(), Json.NODES::numberNode));
        return node;
    }

    private static ObjectNode file(Underway.DataFile file) {
        return database(file.database().value()).put("name", file.name()).put("path", file.path());
    }

    private static ObjectNode database(String name) {
        return Json.NODES.objectNode().put("database", name);
    }
}
