package keyturn.practice.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import keyturn.practice.scenario.ScenarioFault;

/**
 * A practice server that is like another one as far as an inspection tells.
 *
 * @param name of the scenario: the server's, with {@code copy-of-} before it
 * @param scenario a scenario's file
 * @param gaps what it cannot have as the server has it
 */
public record ServerCopy(String name, String scenario, Set<CopyGap> gaps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ServerCopy {
        gaps = Set.copyOf(gaps);
    }

    /**
     * @param inspection what {@code inspect --json} wrote
     * @throws ScenarioFault if it is no such text, or of a server that the range cannot be
     */
    public static ServerCopy of(String inspection) {
        JsonNode tree = read(inspection);
        Set<CopyGap> gaps = EnumSet.of(CopyGap.SECRETS, CopyGap.HOST);
        Seen root = new Seen(tree, gaps);
        OffsetDateTime takenAt = takenAt(root);
        String server = root.object("server").text("name").orElse("");
        ObjectNode scenario = JSON.createObjectNode().put("about", "Copy of " + server + ", inspected at " + takenAt);
        new CopiedServer(root, takenAt).write(scenario);
        CopiedKeys keys = new CopiedKeys(root, new CopiedVault(root, takenAt));
        keys.write(scenario);
        new CopiedDatabases(root, takenAt, keys).write(scenario);
        Seen topology = root.object("topology");
        if (topology.flag("clustered", false)) {
            gaps.add(CopyGap.GROUP);
        }
        return new ServerCopy("copy-of-" + server.replaceAll("[^A-Za-z0-9.-]+", "-"), scenario.toPrettyString(), gaps);
    }

    private static JsonNode read(String inspection) {
        try {
            JsonNode tree = JSON.readTree(inspection);
            if (!tree.path("server").path("version").isTextual()
                    || !tree.path("takenAt").isTextual()) {
                throw new ScenarioFault("inspection", 0, "it must be what 'keyturn inspect --json' wrote");
            }
            return tree;
        } catch (JsonProcessingException other) {
            throw new ScenarioFault("inspection", other.getLocation().getLineNr(), other.getOriginalMessage());
        }
    }

    private static OffsetDateTime takenAt(Seen root) {
        try {
            return OffsetDateTime.parse(root.text("takenAt").orElse(""));
        } catch (DateTimeException other) {
            throw new ScenarioFault("inspection", 0, "'takenAt' must be a time such as 2026-11-27T16:00:00Z");
        }
    }
}
