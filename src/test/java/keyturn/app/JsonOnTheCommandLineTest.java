package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.JsonSchema;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --json} prints is one object, as its schema in {@code src/docs/schema} has it, and nothing beside it. */
@BesideOthers
final class JsonOnTheCommandLineTest {

    @TempDir
    private Path folder;

    private static JsonNode valid(String schema, Command.Ended ended) throws IOException {
        assertEquals(List.of(), JsonSchema.named(schema).faults(ended.text()), ended.err());
        return new ObjectMapper().readTree(ended.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "not-open", "secret-expired", "old-2016", "new-server"})
    void whatIsReadOfAServer(String world) throws IOException {
        valid("inspect", InProcess.say("inspect", "--practice", world, "--json"));
        valid("check", InProcess.say("check", "--practice", world, "--json"));
        valid("forecast", InProcess.say("forecast", "--practice", world, "--json"));
    }

    @Test
    void fromThePlanToTheVerdict() throws IOException {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            Path plan = folder.resolve("plan.json");
            Path runs = folder.resolve("runs");
            Path ready = here.ready();
            JsonNode planned =
                    valid("plan", InProcess.say("plan", "upgrade", "--range", ready, "--out", plan, "--json"));
            assertEquals("ready", planned.path("outcome").asText());
            String digest = planned.path("digest").asText();
            JsonNode ran = valid(
                    "run",
                    InProcess.say("run", plan, "--range", ready, "--approve", digest, "--journal", runs, "--json"));
            assertEquals("pending-restart", ran.path("verdict").asText());
            Path run = Path.of(ran.path("journal").asText()).resolveSibling("");
            valid("run", InProcess.say("verify", run, "--range", ready, "--json"));
            valid("runs", InProcess.say("runs", "--journal", runs, "--json"));

            Command.Ended blocked = InProcess.say(
                    "plan", "upgrade", "--range", ready, "--out", folder.resolve("second.json"), "--json");
            assertEquals(4, blocked.exit(), blocked.all());
            assertEquals("blocked", valid("plan", blocked).path("outcome").asText());
            JsonNode back = valid("plan", InProcess.say("backout", run, "--range", ready, "--json"));
            assertNotEquals(digest, back.path("digest").asText());
        }
    }

    @Test
    void whatNeedsNoServer() throws IOException {
        assertTrue(valid("scenarios", InProcess.say("scenarios", "--json"))
                        .path("scenarios")
                        .size()
                > 20);
        valid("explain", InProcess.say("explain", "2058", "--json"));
        valid("explain", InProcess.say("explain", "no such thing", "--json"));
    }

    @Test
    void aSchemaFindsWhatItDoesNotDescribe() throws IOException {
        JsonSchema schema = JsonSchema.named("scenarios");
        assertFalse(schema.faults("{\"format\":1,\"scenarios\":[{\"name\":\"x\",\"about\":\"y\",\"odd\":1}]}")
                .isEmpty());
        assertFalse(schema.faults("{\"format\":2,\"scenarios\":[]}").isEmpty());
        assertFalse(schema.faults("{\"format\":1}").isEmpty());
    }

    @Test
    void quietPrintsTheLineThatProgramsReadAndVerboseWhatIsLogged() throws IOException {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            Command.Ended quiet = InProcess.say(
                    "plan", "upgrade", "-q", "--range", here.ready(), "--out", folder.resolve("plan.json"));
            assertEquals(0, quiet.exit(), quiet.all());
            assertEquals("digest", quiet.text().strip().split(" ")[0], quiet.text());
            assertEquals(1, quiet.text().lines().count(), quiet.text());
            Command.Ended verbose = InProcess.say("inspect", "-v", "--range", here.ready());
            assertTrue(verbose.err().contains("127.0.0.1"), verbose.err());
            assertFalse(InProcess.say("inspect", "--range", here.ready()).err().contains("127.0.0.1"));
        }
    }
}
