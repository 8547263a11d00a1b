package keyturn.practice.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answers through every client; on request the driver asks a real server for them. */
@BesideOthers
final class ContractTest {

    private static final List<Case> LANGUAGE = Stream.concat(
                    ContractFile.read("language.sql").stream(), LongTexts.cases().stream())
            .toList();
    private static final List<Case> PROVIDER = ContractFile.read("provider.sql");

    private static final List<String> NAMES = List.of("master", "tempdb", "model", "msdb");

    @TempDir
    private Path folder;

    private static Stream<Named<Client>> clients() {
        return Stream.of(
                Named.of("mssql-jdbc", new DriverClient()),
                Named.of("FreeTDS", new FreeTdsClient()),
                Named.of("tedious", ScriptedClient.tedious()),
                Named.of("System.Data.SqlClient", ScriptedClient.sqlClient()),
                Named.of("go-mssqldb", new GoClient()));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void everyClientSeesTheContract(Client client) throws IOException {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            holds(
                    client,
                    place(range),
                    Stream.concat(LANGUAGE.stream(), PROVIDER.stream()).toList());
        }
    }

    /** None of it leans on a server that takes capital letters for small ones. */
    @Test
    void theContractHoldsUnderACaseSensitiveCollation() throws IOException {
        try (Range range = Range.start(RangeOptions.of("case-sensitive"))) {
            holds(
                    new DriverClient(),
                    place(range),
                    Stream.concat(LANGUAGE.stream(), PROVIDER.stream()).toList());
        }
    }

    /** Packets small and large, rows read ahead or one by one, cursors, texts in a code page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";packetSize=512",
                ";packetSize=32767;responseBuffering=full",
                ";selectMethod=cursor",
                ";sendStringParametersAsUnicode=false",
            })
    void theDriverSeesTheContractWithEachOfItsSettings(String settings) throws IOException {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            holds(new DriverClient(settings), place(range), LANGUAGE);
        }
    }

    /** By text each time, prepared and run at once, prepared and then run; handles come and go. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";prepareMethod=none",
                ";prepareMethod=prepexec",
                ";prepareMethod=prepare",
                ";prepareMethod=prepexec;disableStatementPooling=false;statementPoolingCacheSize=2",
                ";selectMethod=cursor;packetSize=512",
            })
    void whatIsPreparedAnswersEachTime(String settings) throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                Connection connection = new DriverClient(settings).connect(place(range))) {
            for (int round = 0; round < 5; round++) {
                for (int id = 1; id <= 4; id++) {
                    assertEquals(NAMES.get(id - 1) + " κ" + round, prepared(connection, id, " κ" + round));
                }
                assertThrows(SQLException.class, () -> prepared(connection, -1, "'"));
            }
        }
    }

    private static String prepared(Connection connection, int id, String more) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT name + ? FROM sys.databases WHERE database_id = ?" + " AND 1 / (1 + SIGN(?)) < 2")) {
            statement.setString(1, more);
            statement.setInt(2, Math.abs(id));
            statement.setInt(3, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private Place place(Range range) {
        return new Place(
                "127.0.0.1", range.port(), range.user(), range.password(), Optional.of(range.certificate()), folder);
    }

    /** What holds of any SQL Server holds of a real one; it leaves nothing behind there. */
    @Test
    void aRealServerSeesTheContract() throws IOException {
        Optional<String> server = Optional.ofNullable(System.getProperty("keyturn.contract.server"));
        if (server.isEmpty()) {
            Tools.optional("keyturn.contract.server names no SQL Server to hold the contract against");
        }
        String[] address = server.orElseThrow().split(",", 2);
        Path password = Path.of(System.getProperty("keyturn.contract.passwordFile", ""));
        Place place = new Place(
                address[0],
                address.length == 1 ? 1433 : Integer.parseInt(address[1]),
                System.getProperty("keyturn.contract.user", "sa"),
                Files.readAllLines(password).getFirst(),
                Optional.ofNullable(System.getProperty("keyturn.contract.certificate"))
                        .map(Path::of),
                folder);
        holds(new DriverClient(), place, LANGUAGE);
    }

    private static void holds(Client client, Place place, List<Case> cases) {
        List<List<Answer>> seen = client.run(place, cases);
        assertEquals(cases.size(), seen.size());
        assertAll(IntStream.range(0, cases.size()).boxed().map(i -> () -> holds(client, cases.get(i), seen.get(i))));
    }

    private static void holds(Client client, Case written, List<Answer> seen) {
        for (int i = 0; i < written.batches().size(); i++) {
            Batch batch = written.batches().get(i);
            Answer answer = seen.get(i);
            String columns = batch.expected().columns().isEmpty() ? "" : answer.columns();
            List<String> rows =
                    Words.inTheContractsWords(client, batch.expected().rows(), answer.rows());
            assertEquals(
                    batch.expected(),
                    new Answer(columns, rows, answer.errors(), answer.prints()),
                    () -> written + ": "
                            + batch.sql().substring(0, Math.min(200, batch.sql().length())));
        }
    }
}
