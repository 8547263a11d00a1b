package keyturn.practice.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import keyturn.practice.contract.NodeModules;
import keyturn.tools.Command;
import keyturn.tools.Tools;

/**
 * A script run to its end, and what it said of each thing that it tried.
 *
 * @param told by the step's name: {@code ok} with what came of it, or {@code error}
 */
record NodeScript(String all, Map<String, JsonNode> told) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Runs it with what a ready file says; skipped where node or its libraries are not there. */
    static NodeScript run(String script, Path ready, Path certificate, String... more) throws IOException {
        var ended = Command.of(Tools.require("node"), NodeModules.script(script), ready)
                .and((Object[]) more)
                .with("NODE_EXTRA_CA_CERTS", certificate.toString())
                .run(LIMIT);
        assertEquals(0, ended.exit(), ended.all());
        Map<String, JsonNode> told = new LinkedHashMap<>();
        for (String line : ended.out().lines().toList()) {
            JsonNode step = new ObjectMapper().readTree(line);
            told.put(step.path("step").asText(), step);
        }
        return new NodeScript(ended.all(), told);
    }

    private JsonNode step(String name) {
        assertTrue(told.containsKey(name), () -> "no step " + name + " in " + all);
        return told.getOrDefault(name, MissingNode.getInstance());
    }

    /** What came of a step. */
    JsonNode ok(String name) {
        JsonNode step = step(name);
        assertTrue(step.has("ok"), step::toString);
        return step.path("ok");
    }

    /** What came of a step, as JSON. */
    void came(String expected, String name) {
        assertEquals(expected, ok(name).toString(), name);
    }

    /** That a step was refused by a door. */
    void refused(int status, String code, String inner, String name) {
        JsonNode error = error(name);
        assertEquals(
                (status + " " + code + " " + inner).strip(),
                (error.path("status").asInt() + " " + error.path("code").asText() + " "
                                + error.path("inner").asText())
                        .strip(),
                error::toString);
    }

    /** That a step failed with that in its message. */
    void failed(String part, String name) {
        JsonNode error = error(name);
        assertTrue(error.path("message").asText().contains(part), error::toString);
    }

    private JsonNode error(String name) {
        JsonNode step = step(name);
        assertFalse(step.has("ok"), step::toString);
        return step.path("error");
    }
}
