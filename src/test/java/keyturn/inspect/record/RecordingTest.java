package keyturn.inspect.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import keyturn.app.InProcess;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;
import keyturn.practice.Range;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn record}: nothing of the server's own gets out, and what does is enough to hold the range against it. */
@BesideOthers
final class RecordingTest {

    /** Versions to the world of the range that shows most of them. */
    private static final Map<String, String> WORLDS =
            new TreeMap<>(Map.of("13", "old-2016", "15", "sql-2019", "16", "healthy", "17", "sql-2025"));

    @TempDir
    private Path folder;

    private Recording recorded(RangeHere here, String name) throws IOException {
        Path file = folder.resolve(name);
        Command.Ended ended = InProcess.say("record", "--range", here.ready(), "--out", file);
        assertEquals(0, ended.exit(), ended.all());
        return RecordingFile.read(file);
    }

    @Test
    void noNamePathAddressOrIdOfTheServerIsInIt() throws Exception {
        try (RangeHere here = RangeHere.start(folder, "healthy")) {
            List<String> canaries = canaries(here.range());
            recorded(here, "recording.json");
            String text = Files.readString(folder.resolve("recording.json"));
            for (String canary : canaries) {
                assertFalse(text.contains(canary), canary);
            }
            assertTrue(text.contains("Microsoft.AzureKeyVaultService.EKM.dll"), "what is public stays");
            Command.Ended again =
                    InProcess.say("record", "--range", here.ready(), "--out", folder.resolve("recording.json"));
            assertEquals(2, again.exit(), "nothing is overwritten");
        }
    }

    /** Names of the world and new ones, as a server has them everywhere. */
    private static List<String> canaries(Range range) throws SQLException {
        List<String> canaries = new ArrayList<>(List.of("PRACTICE01", "Canary", "KANÄRIENVOGEL"));
        try (Connection connection = connection(range);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE [Canary's ]] db]");
            statement.execute("CREATE LOGIN [CanaryLogin] WITH PASSWORD = N'Canary!Password1'");
            statement.execute(
                    "CREATE CREDENTIAL [KANÄRIENVOGEL] WITH IDENTITY = N'canary-vault', SECRET = N'CanarySecret'"
                            + " FOR CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM");
            for (String query : List.of(
                    "SELECT name FROM sys.databases WHERE database_id > 4",
                    "SELECT name FROM sys.asymmetric_keys",
                    "SELECT name FROM sys.server_principals WHERE type = 'K'",
                    "SELECT name FROM sys.credentials",
                    "SELECT credential_identity FROM sys.credentials",
                    "SELECT name FROM sys.cryptographic_providers",
                    "SELECT CONVERT(nvarchar(36), guid) FROM sys.cryptographic_providers",
                    "SELECT DISTINCT name FROM msdb.dbo.sysjobs")) {
                try (var rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        canaries.add(rows.getString(1));
                    }
                }
            }
            try (var rows = statement.executeQuery("SELECT thumbprint FROM sys.asymmetric_keys")) {
                while (rows.next()) {
                    canaries.add(HexFormat.of().withUpperCase().formatHex(rows.getBytes(1)));
                }
            }
        }
        assertTrue(canaries.size() > 12, canaries.toString());
        return canaries;
    }

    private static Connection connection(Range range) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:" + range.port() + ";encrypt=strict;serverCertificate="
                        + range.certificate(),
                range.user(),
                range.password());
    }

    @Test
    void anInspectionCanBeTakenFromIt() throws Exception {
        try (RangeHere here = RangeHere.start(folder, "busy")) {
            Inspection real = look(new SqlConnector("test").open(RangeTargets.administrator(here.range())));
            Inspection replayed = look(new RecordedServer(recorded(here, "recording.json")));
            assertEquals(shape(real), shape(replayed));
            assertEquals(real.identity().productVersion(), replayed.identity().productVersion());
            assertTrue(replayed.facts().databases().value().orElseThrow().size() > 2);
        }
    }

    private static Inspection look(Session session) throws Exception {
        try (session) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    /** Its fields, without values: a fact that became unknown is seen here. */
    private static List<String> shape(Inspection seen) {
        return InspectionJson.write(seen)
                .lines()
                .filter(line -> line.contains("\" :"))
                .map(line -> line.replaceAll(":.*", ""))
                .sorted()
                .toList();
    }

    @Test
    void theRangeIsHeldAgainstItAndAnyOtherColumnIsFound() throws Exception {
        try (RangeHere one = RangeHere.start(Files.createDirectory(folder.resolve("one")), "healthy");
                RangeHere other = RangeHere.start(Files.createDirectory(folder.resolve("other")), "busy")) {
            Recording real = recorded(one, "one.json");
            Recording range = recorded(other, "other.json");
            assertEquals(List.of(), RecordingContract.differences(real, range));
            assertTrue(real.tables().size() > 30, real.tables().keySet().toString());
            for (String part : List.of("DATABASES", "ENCRYPTION_KEYS", "KEY_LOGINS")) {
                assertFalse(
                        RecordingContract.differences(with(real, part), range).isEmpty(), part);
            }
        }
    }

    /** The same where a column of a part has another type. */
    private static Recording with(Recording real, String part) {
        SqlReader.Rows was = Optional.ofNullable(real.tables().get(part)).orElseThrow();
        List<SqlReader.Column> columns = new ArrayList<>(was.columns());
        columns.set(0, new SqlReader.Column(columns.getFirst().name(), "sql_variant", true));
        List<Recording.Question> questions = real.questions().stream()
                .map(question -> new Recording.Question(
                        question.text(),
                        question.answers().stream()
                                .map(answer -> answer.equals(was) ? new SqlReader.Rows(columns, was.rows()) : answer)
                                .toList()))
                .toList();
        return new Recording(real.productVersion(), real.edition(), real.takenAt(), questions);
    }

    /** {@code -Dkeyturn.recording=FILE} holds the range against a recording that somebody sent in. */
    @Test
    void theRangeIsHeldAgainstARealServer() throws Exception {
        Optional<String> file = Optional.ofNullable(System.getProperty("keyturn.recording"));
        if (file.isEmpty()) {
            Tools.optional("keyturn.recording names no recording to hold the range against");
        }
        Recording real = RecordingFile.read(Path.of(file.orElseThrow()));
        look(new RecordedServer(real));
        String major = real.productVersion().replaceAll("\\..*", "");
        try (RangeHere here = RangeHere.start(folder, WORLDS.getOrDefault(major, "healthy"))) {
            assertEquals(List.of(), RecordingContract.differences(real, recorded(here, "range.json")));
        }
    }

    @Test
    void whatARecordingSettlesIsInTheListOfDoubts() throws Exception {
        String doubts = resource("/keyturn/practice/doubts.csv");
        for (Doubt doubt : Doubt.values()) {
            assertTrue(
                    doubts.lines()
                            .anyMatch(line -> line.startsWith(doubt.point().text() + ",")),
                    doubt.point().text());
        }
        try (RangeHere here = RangeHere.start(folder, "not-open")) {
            Recording seen = recorded(here, "recording.json");
            assertEquals(
                    Optional.of("inspect.doubt.pending-row.none"),
                    Doubt.PENDING_ROW.answer(seen).map(answer -> answer.key()));
            assertEquals(
                    Optional.of("inspect.doubt.key-sid.null"),
                    Doubt.KEY_SID.answer(seen).map(answer -> answer.key()));
            assertEquals(Optional.empty(), Doubt.SNAPSHOT_ROW.answer(seen));
        }
        try (RangeHere here =
                RangeHere.start(Files.createDirectory(folder.resolve("shown")), "healthy", "key-sid-shown")) {
            assertEquals(
                    Optional.of("inspect.doubt.key-sid.shown"),
                    Doubt.KEY_SID.answer(recorded(here, "shown.json")).map(answer -> answer.key()));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RecordingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
