package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;

/** {@code keyturn explain}. */
final class ExplainTest {

    @Test
    void aCodeIsExplainedForPeopleAndForPrograms() throws IOException {
        Command.Ended text = InProcess.say("explain", "3303");
        assertEquals(0, text.exit(), text.all());
        assertTrue(text.out().contains("ErrorGetTokenBadCredentials"), text.all());
        JsonNode json = new ObjectMapper()
                .readTree(InProcess.say("explain", "3303", "--json").out());
        assertEquals(1, json.path("format").intValue());
        assertEquals("causes", json.path("verdict").textValue());
        assertEquals("http-new", json.path("found").path(0).path("generation").textValue());
        assertEquals("secret-expired", json.path("causes").path(0).path("cause").textValue());
    }

    @Test
    void whatIsUnknownEndsWithFourAndSuggests() throws IOException {
        Command.Ended unknown = InProcess.say("explain", "--json", "ErrorGetTokenBadCredentals");
        assertEquals(4, unknown.exit(), unknown.all());
        JsonNode json = new ObjectMapper().readTree(unknown.out());
        assertEquals(
                "ErrorGetTokenBadCredentials", json.path("suggestions").path(0).textValue());
    }
}
