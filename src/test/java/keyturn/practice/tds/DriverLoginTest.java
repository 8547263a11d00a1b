package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's driver comes in, or does not. */
@Timeout(60)
class DriverLoginTest {

    private final TestServer range = new TestServer();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        range.close();
        assertEquals(0, range.server.connections(), "connections left");
        assertEquals(0, range.backend.open.get(), "sessions left");
    }

    @Test
    void aTrustedCertificateEncryptsTheWholeSession() throws Exception {
        assertWorks("encrypt=true;" + TestServer.trusting(folder));
        assertTrue(range.backend.logins.getFirst().encrypted());
    }

    @Test
    void strictEncryptionWorksWithTheCertificateFile() throws Exception {
        assertWorks("encrypt=strict;serverCertificate=" + TestServer.pem(folder) + ";");
        assertTrue(range.backend.logins.getFirst().encrypted());
    }

    @Test
    void strictEncryptionWorksWithATrustStore() throws Exception {
        assertWorks("encrypt=strict;" + TestServer.trusting(folder));
    }

    @Test
    void withoutEncryptionOnlyTheLoginIsHidden() throws Exception {
        assertWorks("encrypt=false;");
        assertFalse(range.backend.logins.getFirst().encrypted());
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefusedByTheDriver() {
        SQLException e = assertThrows(SQLException.class, () -> range.connect("encrypt=true;"));
        assertTrue(e.getMessage().contains("PKIX"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 512, 4096, 8000, 16384})
    void packetsOfAnySizeCarryTheSame(int size) throws Exception {
        try (Connection connection =
                        range.connect("encrypt=true;packetSize=" + size + ";" + TestServer.trusting(folder));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("rows 5000")) {
            for (int i = 0; i < 5000; i++) {
                assertTrue(rows.next());
                assertEquals(i, rows.getInt(1));
                assertEquals(i % 2 == 0 ? "row " + i : null, rows.getString(2));
            }
            assertFalse(rows.next());
        }
    }

    @Test
    void theLoginTellsWhoAndWhatAndWhere() throws Exception {
        try (Connection connection = range.connect(
                "encrypt=false;applicationName=Keyturn/7/act;databaseName=Sales é;applicationIntent=ReadOnly;")) {
            assertEquals("Sales é", connection.getCatalog());
            assertEquals("16.00.4225", connection.getMetaData().getDatabaseProductVersion());
        }
        Backend.LoginRequest login = range.backend.logins.getFirst();
        assertEquals("sa", login.user());
        assertEquals("Keyturn/7/act", login.program());
        assertEquals("Sales é", login.database());
        assertTrue(login.readOnlyIntent());
        assertFalse(login.integrated());
        assertFalse(login.toString().contains("S3cret"));
    }

    @Test
    void aWrongPasswordIs18456() {
        var e = assertThrows(
                SQLServerException.class,
                () -> DriverManager.getConnection(range.url("encrypt=false;"), "sa", "guessed"));
        assertEquals(18456, e.getErrorCode());
        assertEquals("S0001", e.getSQLState());
        assertTrue(e.getMessage().contains("Login failed for user 'sa'."));
        assertEquals(1, range.backend.logins.size());
    }

    @Test
    void aWrongDatabaseIs4060Then18456() {
        var e = assertThrows(
                SQLServerException.class,
                () -> range.connect("encrypt=false;databaseName=nowhere;connectRetryCount=0;"));
        assertEquals(4060, e.getErrorCode());
        assertEquals(18456, e.getNextException().getErrorCode());
    }

    @Test
    void useChangesTheDatabase() throws Exception {
        try (Connection connection = range.connect("encrypt=false;")) {
            connection.createStatement().execute("use sales");
            assertEquals("sales", connection.getCatalog());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPooledConnectionIsResetBeforeItsNextRequest(int retries) throws Exception {
        var pool = new SQLServerConnectionPoolDataSource();
        pool.setURL(range.url("encrypt=false;connectRetryCount=" + retries + ";"));
        pool.setUser("sa");
        pool.setPassword("S3cret!ü");
        PooledConnection pooled = pool.getPooledConnection();
        for (int i = 0; i < 3; i++) {
            try (Connection connection = pooled.getConnection();
                    ResultSet row = connection.createStatement().executeQuery("select 1")) {
                assertTrue(row.next());
            }
        }
        pooled.close();
        assertEquals(2, range.backend.resets.get());
    }

    @Test
    void aRestartKillsEveryConnectionAndTakesNewOnes() throws Exception {
        try (Connection before = range.connect("encrypt=false;connectRetryCount=0;")) {
            range.server.dropAll();
            var e = assertThrows(
                    SQLException.class, () -> before.createStatement().execute("select 1"));
            assertEquals("08S01", e.getSQLState());
            assertWorks("encrypt=false;");
        }
    }

    @Test
    void aServerThatIsFullClosesTheDoorAtOnce() throws Exception {
        Limits usual = Limits.standard();
        var limits = new Limits(
                usual.firstByte(), usual.login(), usual.message(), usual.write(), 1, usual.request(), usual.memory());
        try (var small = new TestServer(limits);
                Connection first = small.connect("encrypt=false;")) {
            assertThrows(SQLException.class, () -> small.connect("encrypt=false;connectRetryCount=0;"));
            assertTrue(first.isValid(5));
        }
    }

    @Test
    void aClientThatTakesNoBytesLosesItsSession() throws Exception {
        Limits usual = Limits.standard();
        var limits = new Limits(
                usual.firstByte(),
                usual.login(),
                usual.message(),
                Duration.ofMillis(200),
                32,
                usual.request(),
                usual.memory());
        try (var impatient = new TestServer(limits);
                Connection connection = impatient.connect("encrypt=false;responseBuffering=adaptive;");
                Statement statement = connection.createStatement()) {
            statement.execute("rows 1000000");
            TestServer.await("the session's end", () -> impatient.server.connections() == 0);
        }
    }

    private void assertWorks(String options) throws SQLException {
        try (Connection connection = range.connect(options);
                ResultSet row = connection.createStatement().executeQuery("select 1")) {
            assertTrue(row.next());
            assertEquals(1, row.getInt(1));
            assertTrue(connection.isValid(5));
        }
    }
}
