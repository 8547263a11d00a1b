package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.trouble.Knowledge;
import keyturn.trouble.text.Explainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keyturn check}: each broken world is diagnosed to what was broken in it, and a sound one to nothing. */
@BesideOthers
final class CheckOnRangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InProcess program;

    CheckOnRangeTest(@TempDir Path folder) {
        this.program = new InProcess(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "key-gone, key-disabled, 1, ''",
        "secret-expired, secret-expired, 1, roll-secret",
        "vault-lost, vault-gone, 1, recover-vault",
        "not-open, key-deleted, 1, restore-keys",
        "ancient-440, connector-unsupported, 1, upgrade"
    })
    void allChecksFindWhatIsBroken(String scenario, String cause, int exit, String flow) throws IOException {
        diagnosed(scenario, cause, exit, flow);
    }

    @ParameterizedTest
    @CsvSource({
        "old-version-disabled, key-disabled, 1, ''",
        "secret-expiring, secret-expiring, 0, roll-secret",
        "wrong-tenant, tenant-wrong, 1, roll-secret",
        "old-1040, other-generation, 0, ''",
        "pending-restart, restart-pending, 0, ''",
        "dll-replaced, restart-pending, 0, ''"
    })
    @Tag("matrix")
    void allChecksFindWhatIsBrokenElsewhere(String scenario, String cause, int exit, String flow) throws IOException {
        diagnosed(scenario, cause, exit, flow);
    }

    private static void diagnosed(String scenario, String cause, int exit, String flow) throws IOException {
        Command.Ended ended = InProcess.say("check", "--json", "--practice", scenario);
        assertEquals(exit, ended.exit(), ended.all());
        JsonNode first = JSON.readTree(ended.out()).path("causes").path(0);
        assertEquals(cause, first.path("cause").textValue());
        assertTrue(!first.path("fix").asText().isBlank());
        assertEquals(flow, first.path("flow").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "key-versions", "sql-2025"})
    void aSoundServerHasNoCauseAndWhatOnlyTheHostShowsIsUnknown(String scenario) throws IOException {
        Command.Ended ended = InProcess.say("check", "--json", "--practice", scenario, "--host", "none");
        assertEquals(0, ended.exit(), ended.all());
        JsonNode json = JSON.readTree(ended.out());
        assertEquals(0, json.path("causes").size(), ended.out());
        for (String host : new String[] {"registry", "runtime", "signature"}) {
            assertEquals("unknown", check(json, host).path("state").textValue());
            assertTrue(check(json, host).path("powershell").asText().contains("HKLM") || host.equals("signature"));
        }
        assertEquals("fine", check(json, "clock").path("state").textValue());
        assertEquals(
                Set.of("trouble.said.clock.server.right", "trouble.said.clock.here.right"),
                StreamSupport.stream(check(json, "clock").path("lines").spliterator(), false)
                        .map(line -> line.path("code").asText())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, registry, fine",
        "healthy, runtime, fine",
        "healthy, signature, fine",
        "no-registry, registry, attention",
        "no-vcredist, runtime, attention"
    })
    void theHostIsCheckedWhereItCanBeRead(String scenario, String name, String state) throws IOException {
        JsonNode json = JSON.readTree(
                InProcess.say("check", name, "--json", "--practice", scenario).out());
        assertEquals(state, check(json, name).path("state").textValue(), json.toString());
    }

    /** SQL Server says in its error log that a database could not be opened, the connector in the Application log why. */
    @Test
    void bothLogsStandOnOneTimeLine() throws Exception {
        try (Range range = program.started("vault-lost");
                Connection connection = connect(range);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE Payroll SET OFFLINE WITH ROLLBACK IMMEDIATE");
            refused(statement, "ALTER DATABASE Payroll SET ONLINE");
            JsonNode json = JSON.readTree(InProcess.say(words("check", "--json", program.target(range)))
                    .out());
            List<JsonNode> logs =
                    StreamSupport.stream(json.path("logs").spliterator(), false).toList();
            List<Instant> times = logs.stream()
                    .map(one -> Instant.parse(one.path("at").asText()))
                    .toList();
            assertEquals(times.stream().sorted().toList(), times);
            assertEquals(
                    Set.of("error-log", "application-log"),
                    logs.stream().map(one -> one.path("log").asText()).collect(Collectors.toSet()),
                    json.toString());
            assertEquals("vault-gone", json.path("causes").path(0).path("cause").textValue());
        }
    }

    @Test
    void aDllThatSqlServerWouldNotLoadFailsTheForecast() throws IOException {
        try (Range range = program.started("healthy")) {
            range.setFault("bad-signature@host");
            Command.Ended ended = InProcess.say(words("forecast", "--json", program.target(range)));
            assertEquals(1, ended.exit(), ended.all());
            JsonNode causes = JSON.readTree(InProcess.say(words("check", "--json", program.target(range)))
                            .out())
                    .path("causes");
            assertEquals("signature-not-trusted", causes.path(0).path("cause").textValue(), causes.toString());
        }
    }

    /** A computer without a route to Azure says nothing of the server's route. */
    @Test
    void whatThisComputerDoesNotReachIsNoCause() throws IOException {
        try (Range range = program.started("healthy")) {
            range.setFault("unreachable@login");
            Command.Ended ended = InProcess.say(words("check", "--json", program.target(range)));
            JsonNode json = JSON.readTree(ended.out());
            assertEquals("attention", check(json, "endpoints").path("state").textValue(), ended.all());
            assertEquals(0, json.path("causes").size(), ended.out());
        }
    }

    @Test
    void inAnOutageTheVerdictIsToWait() throws IOException {
        try (Range range = program.started("healthy")) {
            range.setFault("unavailable@vault");
            JsonNode json = JSON.readTree(InProcess.say(words("check", "--json", program.target(range)))
                    .out());
            assertTrue(json.path("wait").booleanValue(), json.toString());
            assertEquals(
                    "service-down", json.path("causes").path(0).path("cause").textValue());
        }
    }

    private static Object[] words(String verb, String option, List<Object> target) {
        return Stream.concat(Stream.of(verb, option), target.stream()).toArray();
    }

    @Test
    void oneCheckRunsAloneAndAnUnknownOneIsRefused() throws IOException {
        Command.Ended alone = InProcess.say("check", "secret", "--json", "--practice", "secret-expired");
        JsonNode json = JSON.readTree(alone.out());
        assertEquals(1, json.path("checks").size());
        assertEquals("found", check(json, "secret").path("state").textValue());
        assertEquals(
                2, InProcess.say("check", "nonsense", "--practice", "healthy").exit());
    }

    /** Whoever watches the exit code does not take it for a sound server. */
    @Test
    void whereNoCheckSawAnythingTheExitSaysSo() {
        Command.Ended ended = InProcess.say("check", "registry", "runtime", "--practice", "healthy", "--host", "none");
        assertEquals(4, ended.exit(), ended.all());
    }

    /** The log has the code of both; no secret of the application has expired. */
    @Test
    void aSecretThatIsWrongIsNoExpiredOne() throws Exception {
        try (Range range = program.started("healthy")) {
            try (Connection connection = connect(range);
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = 'keyturn-practice-vault',"
                        + " SECRET = '00000000707261637469636500000001not~OneOf.TheirSecrets-0123456789'");
            }
            range.restart();
            List<Object> words = new ArrayList<>(List.of("check", "--json"));
            words.addAll(program.target(range));
            JsonNode found = JSON.readTree(InProcess.say(words.toArray()).out());
            assertEquals(
                    "secret-wrong", found.path("causes").path(0).path("cause").asText(), found.toString());
        }
    }

    /** The registry and the runtime show only when something needs them: then the error leads there. */
    @ParameterizedTest
    @CsvSource({"no-registry, registry-rights", "no-vcredist, runtime-missing"})
    void whatOnlyTheHostHasIsFoundByTheErrorItCauses(String scenario, String cause) throws Exception {
        try (Range range = program.started(scenario);
                Connection connection = connect(range);
                Statement statement = connection.createStatement()) {
            String told = scenario.equals("no-registry")
                    ? refused(
                            statement,
                            "CREATE ASYMMETRIC KEY K2 FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME = 'tde-key-2026',"
                                    + " CREATION_DISPOSITION = OPEN_EXISTING")
                    : refused(
                            statement,
                            "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = 'C:\\Program Files\\SQL Server Connector"
                                    + " for Microsoft Azure Key Vault\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll'");
            assertEquals(
                    cause,
                    new Explainer(Knowledge.all())
                            .explain(told)
                            .causes()
                            .getFirst()
                            .slug(),
                    told);
        }
    }

    private static String refused(Statement statement, String batch) {
        try {
            statement.execute(batch);
            return "nothing";
        } catch (SQLException refused) {
            return "Msg " + refused.getErrorCode() + ": " + refused.getMessage();
        }
    }

    private static Connection connect(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }

    private static JsonNode check(JsonNode json, String name) {
        return StreamSupport.stream(json.path("checks").spliterator(), false)
                .filter(one -> one.path("check").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
