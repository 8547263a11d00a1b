package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DBCC, CHECKPOINT, KILL, SHUTDOWN, and availability groups. */
final class MaintenanceTest {

    private Range range;
    private RangeClient client;
    private RangeClient reader;

    @BeforeEach
    void start() throws IOException, SQLException {
        open("healthy");
    }

    private void open(String scenario) throws IOException, SQLException {
        range = Range.start(RangeOptions.of(scenario));
        client = RangeClient.administrator(range);
        reader = RangeClient.reader(range);
    }

    @AfterEach
    void stop() throws SQLException {
        reader.close();
        client.close();
        range.close();
    }

    private void refused(RangeClient who, String start, String sql) throws SQLException {
        String error = who.errors(sql).toString();
        assertTrue(error.startsWith("[" + start), sql + " said " + error);
    }

    private String spid(RangeClient of) throws SQLException {
        return of.run("SELECT @@SPID").rows().getFirst().getFirst();
    }

    @Test
    void aCheckOfADatabaseTellsWhatItFound() throws SQLException {
        assertEquals(
                List.of(
                        "2536 DBCC results for 'Sales'.",
                        "8989 CHECKDB found 0 allocation errors and 0 consistency errors in database 'Sales'.",
                        "2528 DBCC execution completed. If DBCC printed error messages, contact your system"
                                + " administrator."),
                client.run("DBCC CHECKDB (N'Sales')").infos());
        assertEquals(
                List.of(),
                client.run("DBCC CHECKDB ('Sales', NOINDEX) WITH NO_INFOMSGS, ALL_ERRORMSGS, PHYSICAL_ONLY")
                        .infos());
        assertEquals(2, client.run("DBCC CHECKDB (5) WITH TABLERESULTS").rows().size());
        refused(client, "2520 16 5", "DBCC CHECKDB ('Nothing')");
        refused(client, "7919 16 3", "DBCC CHECKDB ('Sales', REPAIR_REBUILD)");
        refused(client, "2526 16 3", "DBCC NOTHING (1)");
        refused(reader, "7983 14", "DBCC CHECKDB (master)");
        assertEquals(
                "1",
                client.run("SELECT COUNT(*) FROM sys.messages WHERE message_id = 8989")
                        .rows()
                        .getFirst()
                        .getFirst());
    }

    @Test
    void aCheckNeedsTheKeyOfItsDatabase() throws SQLException, IOException {
        stop();
        open("key-gone");
        assertEquals(List.of(), client.errors("DBCC CHECKDB (Sales)"));
        List<String> errors = client.errors("DBCC CHECKDB (Payroll) WITH NO_INFOMSGS");
        assertTrue(errors.getFirst().startsWith("33049 16 2"), errors.toString());
        assertTrue(errors.getLast().startsWith("7926 16 1"), errors.toString());
    }

    @Test
    void traceFlagsAreSetForOneAndForAll() throws SQLException {
        client.run("DBCC TRACEON (3604); DBCC TRACEON (4675, -1)");
        assertEquals(
                List.of(List.of("3604", "1", "0", "1"), List.of("4675", "1", "1", "0")),
                client.run("DBCC TRACESTATUS").rows());
        assertEquals(
                List.of(List.of("4675", "1", "1", "0")),
                reader.run("DBCC TRACESTATUS (-1) WITH NO_INFOMSGS").rows());
        client.run("DBCC TRACEOFF (4675, -1)");
        assertEquals(List.of(), reader.run("DBCC TRACESTATUS").rows());
        refused(reader, "2571 14 3", "DBCC TRACEON (3604)");
    }

    @Test
    void sessionsAndLogsAreLookedInto() throws SQLException {
        reader.run("SELECT 42");
        assertEquals(
                List.of(List.of("Language Event", "0", "SELECT @@SPID")),
                client.run("DBCC INPUTBUFFER (" + spid(reader) + ")").rows());
        refused(client, "7955 16 2", "DBCC INPUTBUFFER (999)");
        assertTrue(client.run("DBCC OPENTRAN").infos().contains("7969 No active open transactions."));
        client.run("USE Sales; BEGIN TRAN");
        assertTrue(client.run("DBCC OPENTRAN").infos().contains("7968 Transaction information for database 'Sales'."));
        client.run("ROLLBACK");
        assertEquals(10, client.run("DBCC SQLPERF (LOGSPACE)").rows().size());
        assertEquals(4, client.run("DBCC LOGINFO ('Sales')").rows().size());
    }

    @Test
    void aSessionIsKilled() throws SQLException {
        String mine = spid(client);
        refused(client, "6104 16 1", "KILL " + mine);
        refused(client, "6106 16 2", "KILL 999");
        refused(client, "6101 16 1", "KILL 99999");
        refused(client, "6107 14 1", "KILL 24");
        refused(client, "6120 16 1", "KILL " + spid(reader) + " WITH STATUSONLY");
        refused(client, "6115 16 1", "BEGIN TRAN; KILL 999");
        client.run("ROLLBACK");
        refused(client, "8169 16 1", "KILL 'abc'");
        refused(reader, "6102 14 1", "KILL " + mine);
        client.run("KILL " + spid(reader));
        assertThrows(SQLException.class, () -> reader.run("SELECT 1"));
    }

    @Test
    void aCheckpointAndAStopNeedTheirRights() throws SQLException {
        assertEquals("[]", client.run("CHECKPOINT; CHECKPOINT 10").onlyError());
        refused(reader, "3505 14 1", "CHECKPOINT");
        refused(reader, "6004 14 1", "SHUTDOWN");
        refused(client, "6007 16 1", "BEGIN TRAN; SHUTDOWN WITH NOWAIT");
        client.run("ROLLBACK");
        assertThrows(SQLException.class, () -> {
            client.run("SHUTDOWN WITH NOWAIT");
            client.run("SELECT 1");
        });
        assertThrows(SQLException.class, () -> RangeClient.administrator(range));
        assertTrue(range.restart());
        try (RangeClient again = RangeClient.administrator(range)) {
            assertEquals(List.of(List.of("1")), again.run("SELECT 1").rows());
        }
    }

    @Test
    void aGroupIsChangedOnItsPrimary() throws SQLException, IOException {
        stop();
        open("ag3");
        refused(client, "15151 16 1 Cannot alter the availability group 'g'", "ALTER AVAILABILITY GROUP g FAILOVER");
        refused(reader, "15151 16 1", "ALTER AVAILABILITY GROUP PracticeAG FAILOVER");
        refused(client, "41122 16 11", "ALTER AVAILABILITY GROUP PracticeAG FAILOVER");
        refused(client, "35238 16 2", "ALTER AVAILABILITY GROUP PracticeAG ADD DATABASE Nothing");
        refused(client, "35280 16 1", "ALTER AVAILABILITY GROUP PracticeAG ADD DATABASE Sales");
        refused(client, "35281 16 1", "ALTER AVAILABILITY GROUP PracticeAG REMOVE DATABASE Archive");
        refused(
                client,
                "41167 16 1",
                "ALTER AVAILABILITY GROUP PracticeAG MODIFY REPLICA ON N'x' WITH (FAILOVER_MODE = MANUAL)");
        refused(client, "3752 16 1", "DROP DATABASE Sales");
        refused(client, "35240 16 14", "ALTER DATABASE Sales SET HADR OFF");
        refused(client, "35242 16 16", "ALTER DATABASE Archive SET HADR RESUME");
        client.run("ALTER AVAILABILITY GROUP PracticeAG MODIFY REPLICA ON N'PRACTICEAG2\\KEYTURN'"
                + " WITH (FAILOVER_MODE = MANUAL)");
        assertEquals(
                List.of(List.of("MANUAL")),
                client.run("SELECT failover_mode_desc FROM sys.availability_replicas"
                                + " WHERE replica_server_name = 'PRACTICEAG2\\KEYTURN'")
                        .rows());
        client.run("ALTER AVAILABILITY GROUP PracticeAG REMOVE DATABASE Payroll");
        assertEquals("[]", client.run("DROP DATABASE Payroll").onlyError());
    }
}
