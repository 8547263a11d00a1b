package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's driver runs statements. */
@Timeout(60)
@BesideOthers
class DriverStatementTest {

    private final TestServer range = new TestServer();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = range.connect("encrypt=true;trustServerCertificate=true;");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        range.close();
        assertEquals(0, range.server.connections(), "connections left");
    }

    @Test
    void resultsCountsInfosAndErrorsComeInOrder() throws SQLException {
        var seen = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute("mixed");
            while (true) {
                try {
                    if (!rows && statement.getUpdateCount() < 0) {
                        break;
                    }
                    seen.add(rows ? "rows " + count(statement.getResultSet()) : "count " + statement.getUpdateCount());
                    rows = statement.getMoreResults();
                } catch (SQLServerException e) {
                    seen.add("error " + e.getErrorCode() + " " + e.getSQLState() + " line "
                            + e.getSQLServerError().getLineNumber());
                    rows = statement.getMoreResults();
                }
            }
            assertEquals("printed", statement.getWarnings().getMessage());
        }
        assertEquals(List.of("count 3", "rows 2", "error 50001 S0007 line 5", "rows 1"), seen);
    }

    @Test
    void anErrorKeepsNumberStateSeverityLineProcedureAndServer() {
        var e = assertThrows(
                SQLServerException.class, () -> connection.createStatement().execute("fail"));
        assertEquals(50001, e.getErrorCode());
        assertEquals("boom at line 3 é", e.getSQLServerError().getErrorMessage());
        assertEquals(16, e.getSQLServerError().getErrorSeverity());
        assertEquals(7, e.getSQLServerError().getErrorState());
        assertEquals(3, e.getSQLServerError().getLineNumber());
        assertEquals("myproc", e.getSQLServerError().getProcedureName());
        assertEquals("PRACTICE", e.getSQLServerError().getServerName());
    }

    @Test
    void aStatementPreparedOnceRunsFourTimesByItsHandle() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("echo ?, ?")) {
            for (int i = 0; i < 4; i++) {
                statement.setInt(1, i);
                statement.setString(2, "Ünïcode \uD83D\uDD11 " + i);
                try (ResultSet row = statement.executeQuery()) {
                    assertTrue(row.next());
                    assertEquals(i, row.getInt(1));
                    assertEquals("Ünïcode \uD83D\uDD11 " + i, row.getString(2));
                }
            }
        }
        assertEquals(
                List.of("sp_executesql", "sp_prepexec", "sp_execute", "sp_execute"),
                texts().stream().map(Backend.Text::kind).toList());
        for (Backend.Text text : texts()) {
            assertEquals(
                    "echo @P0, @P1",
                    text.sql().replaceAll(" +", " ").replace(" ,", ",").strip());
            assertEquals("@P0 int,@P1 nvarchar(4000)", text.declarations());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepexec", "prepare", "none"})
    void everyWayToPrepareWorks(String method) throws SQLException {
        try (Connection other = range.connect("encrypt=false;prepareMethod=" + method + ";");
                PreparedStatement statement = other.prepareStatement("select ?")) {
            for (int i = 0; i < 4; i++) {
                statement.setString(1, "it's");
                assertEquals(1, count(statement.executeQuery()));
            }
        }
    }

    @Test
    void aFailedPreparedStatementTellsItsError() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("fail ?")) {
            statement.setInt(1, 1);
            for (int i = 0; i < 3; i++) {
                var e = assertThrows(SQLServerException.class, statement::execute);
                assertEquals(50001, e.getErrorCode());
            }
        }
    }

    @Test
    void manyPreparedStatementsAreGivenBackInABatchThatTheBackendNeverSees() throws SQLException {
        for (int i = 0; i < 40; i++) {
            try (PreparedStatement statement = connection.prepareStatement("select " + i + " where 1 = ?")) {
                for (int run = 0; run < 3; run++) {
                    statement.setInt(1, run);
                    assertEquals(1, count(statement.executeQuery()));
                }
            }
        }
        assertEquals(1, count(connection.createStatement().executeQuery("select 1")));
        assertFalse(texts().stream().anyMatch(text -> text.sql().contains("sp_unprepare")));
    }

    @Test
    void aBatchOfParameterSetsGivesACountForEach() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("touch ?")) {
            for (int i = 0; i < 5; i++) {
                statement.setInt(1, i);
                statement.addBatch();
            }
            assertArrayEquals(new int[] {2, 2, 2, 2, 2}, statement.executeBatch());
        }
        try (Statement statement = connection.createStatement()) {
            statement.addBatch("touch 1");
            statement.addBatch("touch 2");
            assertArrayEquals(new int[] {2, 2}, statement.executeBatch());
        }
    }

    @Test
    void aCalledProcedureGivesItsOutputValues() throws SQLException {
        try (CallableStatement call = connection.prepareCall("set ?, ?")) {
            call.setInt(1, 5);
            call.registerOutParameter(2, Types.INTEGER);
            call.setInt(2, 17);
            call.execute();
            assertEquals(17, call.getInt(2));
        }
    }

    @Test
    void aScrollableStatementGetsItsRowsWithoutACursor() throws SQLException {
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = statement.executeQuery("rows 10")) {
            assertTrue(rows.last());
            assertEquals(9, rows.getInt(1));
            rows.beforeFirst();
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "rows 10 ?", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            for (int i = 0; i < 3; i++) {
                statement.setInt(1, 1);
                assertEquals(10, count(statement.executeQuery()));
            }
        }
    }

    @Test
    void aCancelledStatementEndsAndTheConnectionStays() throws Exception {
        for (int i = 0; i < 2; i++) {
            int before = range.backend.requests.size();
            try (Statement statement = connection.createStatement()) {
                Thread canceller = Thread.ofVirtual().start(() -> {
                    TestServer.await("the statement", () -> range.backend.requests.size() > before);
                    try {
                        statement.cancel();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                var e = assertThrows(SQLException.class, () -> {
                    statement.execute("wait");
                    count(statement.getResultSet());
                    statement.getMoreResults();
                });
                canceller.join();
                assertEquals("HY008", e.getSQLState());
            }
            assertEquals(1, count(connection.createStatement().executeQuery("select 1")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait ?", "hush ?"})
    void aQueryTimeoutEndsTheStatementAndTheConnectionStays(String sql) throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, i);
                statement.setQueryTimeout(1);
                var e = assertThrows(SQLException.class, () -> {
                    statement.execute();
                    count(statement.getResultSet());
                    statement.getMoreResults();
                });
                assertEquals("The query has timed out.", e.getMessage());
            }
            assertEquals(1, count(connection.createStatement().executeQuery("select 1")));
        }
    }

    @Test
    void aBatchOfManyPacketsArrivesWhole() throws SQLException {
        String batch = "length " + "x".repeat(60_000) + " \u00e9\uD83D\uDD11";
        try (ResultSet row = connection.createStatement().executeQuery(batch)) {
            assertTrue(row.next());
            assertEquals(batch.length(), row.getInt(1));
        }
        assertEquals(batch, texts().getLast().sql());
    }

    @Test
    void aDroppedConnectionIsSeenAsOne() throws SQLException {
        var e = assertThrows(SQLException.class, () -> {
            connection.createStatement().execute("drop");
            connection.createStatement().execute("select 1");
        });
        assertEquals("08S01", e.getSQLState());
        assertFalse(connection.isValid(2));
    }

    @Test
    void aGraveErrorEndsTheConnection() throws SQLException {
        var e = assertThrows(
                SQLException.class, () -> connection.createStatement().execute("grave"));
        assertEquals(9001, e.getErrorCode());
        assertTrue(connection.isClosed());
    }

    @Test
    void aMistakeOfTheBackendIsAnErrorAndNotSilence() {
        var e = assertThrows(
                SQLException.class, () -> connection.createStatement().execute("bug"));
        assertEquals(3624, e.getErrorCode());
    }

    private List<Backend.Text> texts() {
        return range.backend.requests.stream().map(Backend.Text.class::cast).toList();
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }
}
