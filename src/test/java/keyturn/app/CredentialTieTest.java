package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As which application a credential signs in: told once, known from then on, and never guessed. */
@BesideOthers
final class CredentialTieTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";

    private final Path folder;
    private final Range range;
    private final String client;

    CredentialTieTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.range = Range.start(RangeOptions.of("secret-expiring").withReady(folder.resolve("ready.json")));
        this.client = Optional.ofNullable(range.offers().get("client")).orElseThrow();
    }

    @BeforeEach
    void nothingIsKnown() {
        assertEquals("", names(secrets().path("applications").path(0).path("credentials")));
    }

    @AfterEach
    void close() {
        range.close();
    }

    private Command.Ended inspect(Object... more) {
        List<Object> words = new ArrayList<>(List.of("inspect", "--range", folder.resolve("ready.json")));
        words.addAll(List.of(more));
        return InProcess.say(new StateFolder(folder.resolve("state")), words.toArray());
    }

    private JsonNode secrets(Object... more) {
        Command.Ended said =
                inspect(Stream.concat(Stream.of("--json"), Stream.of(more)).toArray());
        assertEquals(0, said.exit(), said.all());
        try {
            return JSON.readTree(said.text()).path("secrets");
        } catch (IOException noJson) {
            throw new AssertionError(said.all(), noJson);
        }
    }

    private static String names(JsonNode list) {
        return String.join(
                " ",
                list.valueStream()
                        .map(one -> one.isTextual()
                                ? one.textValue()
                                : one.path("name").textValue())
                        .toList());
    }

    @Test
    void whatIsToldOnceIsKnownFromThenOnAndCanBeForgotten() {
        assertEquals(ENGINE + " " + ADMIN, names(secrets().path("applicationUnknown")));
        secrets("--tie", ENGINE + "=" + client);
        JsonNode known = secrets();
        assertEquals(ADMIN, names(known.path("applicationUnknown")));
        JsonNode application = known.path("applications").path(0);
        assertEquals(client, application.path("client").textValue());
        JsonNode credential = application.path("credentials").path(0);
        assertEquals(ENGINE, credential.path("name").textValue());
        assertEquals("told", credential.path("knownBy").path("kind").textValue());
        assertEquals("TDE_Login", names(credential.path("logins")));
        assertEquals("TDE_Key_2024", names(credential.path("asymmetricKeys")));
        assertEquals(4, credential.path("databases").size());
        secrets("--tie", ENGINE + "=");
        assertEquals(ENGINE + " " + ADMIN, names(secrets().path("applicationUnknown")));
    }

    /** The run knows what it gave the credentials, and tried it before: a restart is then expected to open them. */
    @Test
    void aRunTellsTheApplicationAndThatTheVerySecretWasTried() {
        Path plan = folder.resolve("plan.json");
        Command.Ended planned =
                say("plan", "roll-secret", "--new-secret", "graph", "--credential", ENGINE, ADMIN, "--out", plan);
        assertEquals(0, planned.exit(), planned.all());
        Command.Ended ran = say("run", plan, "--approve", InProcess.digest(planned));
        assertEquals(0, ran.exit(), ran.all());
        JsonNode known = secrets();
        assertEquals("", names(known.path("applicationUnknown")));
        assertEquals(
                "run",
                known.path("applications")
                        .path(0)
                        .path("credentials")
                        .path(0)
                        .path("knownBy")
                        .path("kind")
                        .textValue());
        List<String> codes = codes(say("forecast", "--json"));
        assertTrue(
                codes.containsAll(List.of("evidence.secretTried", "notSeen.serviceRoute", "evidence.testedBefore")),
                codes.toString());
        assertTrue(range.restart());
        assertTrue(codes(say("forecast", "--json")).contains("evidence.started"));
    }

    private static List<String> codes(Command.Ended said) {
        try {
            return JSON.readTree(said.text())
                    .path("reasons")
                    .valueStream()
                    .map(one -> one.path("code").textValue())
                    .toList();
        } catch (IOException noJson) {
            throw new AssertionError(said.all(), noJson);
        }
    }

    private Command.Ended say(Object... words) {
        Stream<Object> all = Stream.concat(Stream.of(words), Stream.of("--range", folder.resolve("ready.json")));
        return InProcess.say(new StateFolder(folder.resolve("state")), all.toArray());
    }

    @Test
    void whatExpiresSoonIsSaidFirst() {
        secrets("--tie", ENGINE + "=" + client);
        List<String> lines = inspect().text().lines().map(String::strip).toList();
        int soon = lines.indexOf("Expires soon");
        int restart = indexOf(lines, "Would a restart");
        assertTrue(soon > 0 && soon < restart, String.join("\n", lines));
        String before = String.join(" ", lines.subList(soon, restart));
        Stream.of(ENGINE, "TDE_Login", "TDE_Key_2024", "Sales")
                .forEach(name -> assertTrue(before.contains(name), name));
        assertFalse(inspect("--warn", "P5D").text().contains("Expires soon"));
    }

    private static int indexOf(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(lines::indexOf)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void aCredentialThatIsNotThereIsRefusedAndNothingIsKept() {
        Command.Ended said = inspect("--tie", ENGINE + "=" + client, "--tie", "nobody=" + client);
        assertEquals(2, said.exit(), said.all());
        assertTrue(said.all().replaceAll("\\s+", " ").contains("cli.tie.unknown"), said.all());
        assertEquals(ENGINE + " " + ADMIN, names(secrets().path("applicationUnknown")));
        assertEquals(2, inspect("--tie", ENGINE + "=" + client.substring(1)).exit());
    }
}
