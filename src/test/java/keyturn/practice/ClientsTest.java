package keyturn.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that share no code: each reads the provider, and each gets the same number and text for the same error. */
@BesideOthers
final class ClientsTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PROVIDER = "SELECT name, version FROM sys.cryptographic_providers";
    private static final List<String> FAULTS = List.of(
            "SELECT 1;\nSELECT nothing FROM sys.databases",
            "SELECT * FROM sys.no_such_view",
            "ALTER CRYPTOGRAPHIC PROVIDER [none] ENABLE",
            "SELEC 1",
            "SELECT CAST('x' AS int)",
            "SELECT 1 / 0");

    @TempDir
    Path folder;

    private Range range;

    @BeforeEach
    void start() throws IOException {
        range = Range.start(RangeOptions.of("healthy"));
    }

    @AfterEach
    void close() {
        range.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void microsoftsDriverConnectsEncryptedWithTheCertificateAndPlain(String encrypt) throws SQLException {
        try (Connection connection = connect(encrypt);
                var prepared = connection.prepareStatement(
                        "SELECT name FROM sys.databases WHERE database_id > ? AND name <> ? ORDER BY name")) {
            List<List<String>> answers = new ArrayList<>();
            for (int time = 0; time < 4; time++) {
                prepared.setInt(1, 4);
                prepared.setString(2, "Sales");
                List<String> names = new ArrayList<>();
                try (var rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                answers.add(names);
            }
            assertEquals(List.of("Archive", "Ledger", "Payroll", "Reporting", "Staging"), answers.getFirst());
            assertEquals(1, answers.stream().distinct().count(), "executed, prepared and executed by handle alike");
        }
    }

    @Test
    void aRunningStatementIsCancelledAndTheConnectionLivesOn() throws SQLException {
        try (Connection connection = connect("true");
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            var ended = assertThrows(
                    SQLException.class,
                    () -> statement.execute("SELECT COUNT_BIG(*) FROM sys.messages a, sys.messages b, sys.messages c,"
                            + " sys.messages d WHERE a.text + b.text = c.text + d.text"));
            String said = String.valueOf(ended.getMessage());
            assertTrue(said.contains("timed out") || said.contains("cancel"), said);
            statement.setQueryTimeout(0);
            assertTrue(statement.execute("SELECT 1"));
        }
    }

    @Test
    void freeTdsReadsTheProviderAndGetsTheDriversErrors() throws IOException, SQLException {
        Path tsql = Tools.require("tsql");
        StringBuilder input = new StringBuilder(PROVIDER).append("\ngo\n");
        FAULTS.forEach(fault -> input.append(fault).append("\ngo\n"));
        var ended = freeTds(tsql, input + "exit\n");
        assertTrue(ended.out().contains("AzureKeyVault_EKM\t15.0.300.96"), ended.all());
        for (Fault fault : asTheDriverSees()) {
            String said = "Msg %d (severity %d, state %d) from PRACTICE01\\KEYTURN Line %d"
                    .formatted(fault.number(), fault.severity(), fault.state(), fault.line());
            assertTrue(ended.all().contains(said), said + " in " + ended.all());
            assertTrue(ended.all().contains(fault.text()), fault.text());
        }
    }

    @Test
    void bsqldbReadsTheProviderAndGetsTheDriversErrors() throws IOException, SQLException {
        Path bsqldb = Tools.require("bsqldb");
        Path provider = Files.writeString(folder.resolve("provider.sql"), PROVIDER + "\ngo\n");
        var read = freeTds(bsqldb, "", "-i", provider.toString());
        assertTrue(read.out().contains("AzureKeyVault_EKM") && read.out().contains("15.0.300.96"), read.all());
        Path faulty = folder.resolve("faulty.sql");
        List<Fault> expected = asTheDriverSees();
        for (int place = 0; place < FAULTS.size(); place++) {
            Files.writeString(faulty, FAULTS.get(place) + "\ngo\n");
            var ended = freeTds(bsqldb, "", "-i", faulty.toString());
            Fault fault = expected.get(place);
            assertTrue(ended.err().contains(String.valueOf(fault.number())), ended.all());
            assertTrue(ended.err().contains(fault.text()), ended.all());
            assertEquals(fault.severity(), ended.exit(), ended.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "False"})
    void sqlClientReadsTheProviderAndGetsTheDriversErrors(String encrypt) throws IOException, SQLException {
        StringBuilder script = new StringBuilder("""
                $c = New-Object System.Data.SqlClient.SqlConnection "Server=127.0.0.1,%d;User ID=%s;Password=$env:RANGE_PASSWORD;Encrypt=%s;TrustServerCertificate=True"
                $c.Open()
                $k = $c.CreateCommand()
                $k.CommandText = '%s'
                $r = $k.ExecuteReader(); while ($r.Read()) { "row $($r[0]) $($r[1])" }; $r.Close()
                """.formatted(range.port(), range.user(), encrypt, PROVIDER));
        for (String fault : FAULTS) {
            script.append("$k.CommandText = '").append(fault.replace("'", "''")).append("'\n");
            script.append("""
                    try { $r = $k.ExecuteReader(); do { while ($r.Read()) { } } while ($r.NextResult()); $r.Close() } catch {
                      $x = $_.Exception; while ($x.InnerException) { $x = $x.InnerException }
                      $e = $x.Errors[0]; "error $($e.Number) class $($e.Class) state $($e.State) line $($e.LineNumber) $($e.Message)"
                      if ($r) { $r.Close() }
                    }
                    """);
        }
        Path file = Files.writeString(folder.resolve("client.ps1"), script);
        var ended = PowerShell.ofAllTests().run(file, folder, Map.of("RANGE_PASSWORD", range.password()), LIMIT);
        assertTrue(ended.out().contains("row AzureKeyVault_EKM 15.0.300.96"), ended.all());
        for (Fault fault : asTheDriverSees()) {
            String said = "error %d class %d state %d line %d %s"
                    .formatted(fault.number(), fault.severity(), fault.state(), fault.line(), fault.text());
            assertTrue(ended.out().contains(said), said + " in " + ended.all());
        }
    }

    private Command.Ended freeTds(Path tool, String input, String... more) throws IOException {
        Path settings = Files.writeString(folder.resolve("freetds.conf"), """
                [range]
                host=127.0.0.1
                port=%d
                tds version=7.4
                client charset=UTF-8
                """.formatted(range.port()));
        List<Object> words = new ArrayList<>(List.of(tool, "-S", "range", "-U", range.user(), "-P", range.password()));
        words.addAll(List.of(more));
        return Command.of(words.toArray())
                .with("FREETDSCONF", settings.toString())
                .with("LC_ALL", "C.UTF-8")
                .typing(input)
                .run(LIMIT);
    }

    private List<Fault> asTheDriverSees() throws SQLException {
        List<Fault> seen = new ArrayList<>();
        try (Connection connection = connect("true")) {
            for (String text : FAULTS) {
                seen.add(fault(connection, text));
            }
        }
        return seen;
    }

    private static Fault fault(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            var error = assertThrows(SQLServerException.class, () -> {
                boolean rows = statement.execute(text);
                while (rows || statement.getUpdateCount() != -1) {
                    if (rows) {
                        try (var result = statement.getResultSet()) {
                            while (result.next()) {
                                result.getObject(1);
                            }
                        }
                    }
                    rows = statement.getMoreResults();
                }
            });
            var server = error.getSQLServerError();
            return new Fault(
                    server.getErrorNumber(),
                    server.getErrorSeverity(),
                    server.getErrorState(),
                    (int) server.getLineNumber(),
                    server.getErrorMessage());
        }
    }

    private Connection connect(String encrypt) throws SQLException {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName("127.0.0.1");
        source.setPortNumber(range.port());
        source.setUser(range.user());
        source.setPassword(range.password());
        source.setEncrypt(encrypt);
        if (encrypt.equals("true")) {
            source.setTrustStore(trust().toString());
            source.setTrustStorePassword("changeit");
        }
        return source.getConnection();
    }

    private Path trust() {
        Path file = folder.resolve("trust.p12");
        try (var pem = Files.newInputStream(range.certificate())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "range", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            try (var out = Files.newOutputStream(file)) {
                store.store(out, "changeit".toCharArray());
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new AssertionError(unreadable);
        }
        return file;
    }

    private record Fault(int number, int severity, int state, int line, String text) {}
}
