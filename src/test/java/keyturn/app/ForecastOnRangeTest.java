package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.scenario.Scenarios;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code keyturn forecast}: what it says of a restart, and what the restart then does. */
@BesideOthers
final class ForecastOnRangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Integer> EXITS = Map.of("opens", 0, "fails", 1, "uncertain", 4);

    /** "healthy" once more, with a database for each tenant. */
    private static final Set<String> LARGE = Set.of("thousand", "ten-thousand");

    private final InProcess program;

    ForecastOnRangeTest(@TempDir Path folder) {
        this.program = new InProcess(folder);
    }

    static Stream<String> scenarios() {
        return Scenarios.all().stream().map(one -> one.name()).filter(name -> !LARGE.contains(name));
    }

    @ParameterizedTest
    @CsvSource({
        "secret-expired, fails, cause.secretRefused",
        "key-gone, fails, cause.versionDisabled",
        "old-version-disabled, fails, cause.versionDisabled",
        "secret-expiring, opens, warning.secretExpires",
        "pending-restart, uncertain, missing.otherDll",
        "vault-lost, uncertain, missing.vaultUnread"
    })
    void aRestartDoesWhatWasSaid(String scenario, String answer, String code) throws Exception {
        JsonNode said = saidAndDone(scenario);
        assertEquals(answer, said.path("answer").textValue());
        assertTrue(codes(said).contains(code), said.toString());
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("scenarios")
    void inEveryScenarioARestartDoesWhatWasSaid(String scenario) throws Exception {
        JsonNode said = saidAndDone(scenario);
        assertFalse(said.path("reasons").isEmpty(), said.toString());
    }

    /** What else is known to be wrong, one thing at a time; the last of them meets a restart. */
    @Test
    void eachBadFactIsACauseOfItsOwn() throws Exception {
        try (Range range = program.started("healthy")) {
            JsonNode said = forecast(range);
            assertEquals("opens", said.path("answer").textValue());
            assertTrue(codes(said).contains("notSeen.engineRoute"), said.toString());
            spoilt(range, "ALTER LOGIN TDE_Login DISABLE", "ALTER LOGIN TDE_Login ENABLE", "cause.loginDisabled");
            spoilt(
                    range,
                    "ALTER LOGIN TDE_Login DROP CREDENTIAL Azure_EKM_TDE_cred",
                    "ALTER LOGIN TDE_Login ADD CREDENTIAL Azure_EKM_TDE_cred",
                    "cause.noCredential");
            spoilt(
                    range,
                    "EXEC sp_configure 'show advanced options', 1; RECONFIGURE;"
                            + " EXEC sp_configure 'EKM provider enabled', 0",
                    "EXEC sp_configure 'EKM provider enabled', 1; RECONFIGURE",
                    "cause.ekmOff");
            assertEquals(
                    List.of("missing.notTestedSince"),
                    codes(forecast(range)).stream()
                            .distinct()
                            .filter(code -> code.startsWith("missing"))
                            .toList(),
                    "the login was altered after the last backup");
            spoilt(
                    range,
                    "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE",
                    "SELECT 1",
                    "cause.providerDisabled");
            assertTrue(range.restart());
            assertFalse(closed(range).isEmpty());
        }
    }

    /** The range looks as SQL Server's own application: what that may not do, the engine may not do either. */
    @Test
    void anApplicationThatMayNotUnwrapOpensNothing() throws Exception {
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow("keyturn-practice-vault", "get", "list");
            JsonNode said = forecast(range);
            assertEquals("fails", said.path("answer").textValue(), said.toString());
            assertEquals(List.of("cause.mayNotUnwrap"), codes(said));
            assertTrue(range.restart());
            assertFalse(closed(range).isEmpty());
        }
    }

    /** SQL Server goes on with what the credential held before, so its backup shows nothing of the secret that a restart needs. */
    @Test
    void aSecretThatWasRolledByHandIsUnknownUntilTheRestartWhateverABackupShows() throws Exception {
        try (Range range = program.started("healthy")) {
            String client = range.offers().getOrDefault("client", "").replace("-", "");
            does(
                    range,
                    "ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = 'keyturn-practice-vault', SECRET = '" + client
                            + "not~the.secret-of-anybody-0123456789'");
            for (String database : List.of("Sales", "Ledger", "Payroll")) {
                does(range, "BACKUP LOG " + database + " TO DISK = N'NUL' WITH COPY_ONLY");
            }
            does(range, "BACKUP DATABASE Archive TO DISK = N'NUL' WITH COPY_ONLY");
            JsonNode said = forecast(range);
            assertEquals("uncertain", said.path("answer").textValue(), said.toString());
            assertEquals(List.of("missing.secretNotInUse"), codes(said), said.toString());
            assertTrue(range.restart());
            assertEquals(4, closed(range).size());
        }
    }

    private void spoilt(Range range, String statement, String mended, String code) throws SQLException {
        does(range, statement);
        JsonNode said = forecast(range);
        assertEquals("fails", said.path("answer").textValue(), statement);
        assertEquals(List.of(code), codes(said), statement);
        does(range, mended);
    }

    private JsonNode saidAndDone(String scenario) throws Exception {
        try (Range range = program.started(scenario)) {
            JsonNode said = forecast(range);
            assertTrue(range.restart());
            List<String> closed = closed(range);
            switch (said.path("answer").textValue()) {
                case "opens" -> assertEquals(List.of(), closed, said.toString());
                case "fails" -> assertFalse(closed.isEmpty(), said.toString());
                default -> assertFalse(said.path("reasons").isEmpty(), said.toString());
            }
            return said;
        }
    }

    private JsonNode forecast(Range range) {
        List<Object> words = new ArrayList<>(List.of("forecast", "--json"));
        words.addAll(program.target(range));
        Command.Ended ended = InProcess.say(words.toArray());
        try {
            JsonNode said = JSON.readTree(ended.text());
            assertEquals(EXITS.get(said.path("answer").textValue()), ended.exit(), ended.all());
            return said;
        } catch (IOException noJson) {
            throw new AssertionError(ended.all(), noJson);
        }
    }

    private static List<String> codes(JsonNode said) {
        return Stream.of("reasons", "warnings")
                .flatMap(list -> said.path(list).valueStream())
                .map(reason -> reason.path("code").textValue())
                .toList();
    }

    private static List<String> closed(Range range) throws SQLException {
        try (Connection server = connect(range);
                var statement = server.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name FROM sys.databases WHERE state_desc = 'RECOVERY_PENDING'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static void does(Range range, String statement) throws SQLException {
        try (Connection server = connect(range);
                var batch = server.createStatement()) {
            batch.execute(statement);
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
}
