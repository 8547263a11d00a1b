package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.Test;

/** Databases that are taken down and up by hand, and their recovery model. */
final class DatabaseStatementTest {

    private static List<String> numbers(RangeClient client, String sql) throws SQLException {
        return client.errors(sql).stream().map(e -> e.split(" ")[0]).toList();
    }

    @Test
    void aDatabaseGoesOfflineAndOpensThroughItsKey() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("key-gone"));
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals(
                    "[]",
                    client.run("ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE")
                            .onlyError());
            assertTrue(client.run("USE Sales").onlyError().startsWith("942 14 "));
            assertEquals("[]", client.run("ALTER DATABASE [Sales] SET ONLINE").onlyError());
            assertEquals("[]", client.run("USE Sales").onlyError());
            client.run("USE master");
            client.run("ALTER DATABASE Payroll SET OFFLINE");
            assertEquals(List.of("33049", "5181", "5069"), numbers(client, "ALTER DATABASE Payroll SET ONLINE"));
            assertEquals(
                    List.of(List.of("RECOVERY_PENDING")),
                    client.run("SELECT state_desc FROM sys.databases WHERE name = 'Payroll'")
                            .rows());
        }
    }

    @Test
    void othersInTheDatabaseAreRespectedOrSentAway() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range);
                RangeClient other = RangeClient.connect(range, range.user(), range.password(), "Sales")) {
            assertEquals(List.of("5061", "5069"), numbers(client, "ALTER DATABASE Sales SET OFFLINE WITH NO_WAIT"));
            var answer = client.run("ALTER DATABASE Sales SET OFFLINE WITH ROLLBACK IMMEDIATE");
            assertEquals("[]", answer.onlyError());
            assertTrue(answer.infos().getFirst().startsWith("5060 "));
            assertThrows(SQLException.class, () -> other.run("SELECT 1"));
        }
    }

    @Test
    void aDatabaseOfOneUserLetsNobodyElseInAndIsNotTakenFromHim() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range);
                RangeClient other = RangeClient.connect(range, range.user(), range.password(), "Sales")) {
            assertEquals(List.of("5070", "5069"), numbers(client, "ALTER DATABASE Sales SET SINGLE_USER WITH NO_WAIT"));
            client.run("USE Sales; ALTER DATABASE Sales SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            assertThrows(SQLException.class, () -> other.run("SELECT 1"));
            String state = "SELECT user_access_desc, is_read_only FROM sys.databases WHERE name = 'Sales'";
            assertEquals(List.of(List.of("SINGLE_USER", "0")), client.run(state).rows());
            try (RangeClient third = RangeClient.administrator(range)) {
                assertEquals(
                        "924 14 1 Database 'Sales' is already open and can only have one user at a time.",
                        third.run("USE Sales").onlyError());
                String multi = "ALTER DATABASE Sales SET MULTI_USER WITH ROLLBACK IMMEDIATE";
                assertEquals(List.of("5064", "5069"), numbers(third, multi));
                assertEquals(
                        4060,
                        assertThrows(
                                        SQLException.class,
                                        () -> RangeClient.connect(range, range.user(), range.password(), "Sales"))
                                .getErrorCode());
                client.run("USE master");
                assertEquals("[]", third.run(multi).onlyError());
            }
            assertEquals(List.of(List.of("MULTI_USER", "0")), client.run(state).rows());
        }
    }

    @Test
    void aRestrictedDatabaseIsForThoseWhoMayAlterIt() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range);
                RangeClient reader = RangeClient.reader(range)) {
            client.run("USE Sales; CREATE USER reader FOR LOGIN reader");
            assertEquals("[]", reader.run("USE Sales").onlyError());
            client.run("ALTER DATABASE Sales SET RESTRICTED_USER WITH ROLLBACK IMMEDIATE");
            assertThrows(SQLException.class, () -> reader.run("SELECT 1"));
            try (RangeClient again = RangeClient.reader(range)) {
                assertTrue(again.run("USE Sales").onlyError().startsWith("923 14 1 Database 'Sales' is in restricted"));
            }
            assertEquals("[]", client.run("USE Sales").onlyError());
        }
    }

    @Test
    void whatIsReadOnlyTakesNoUserAndIsBackedUp() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals("[]", client.run("ALTER DATABASE Sales SET READ_ONLY").onlyError());
            assertEquals(
                    List.of(List.of("1", "READ_ONLY")),
                    client.run("SELECT is_read_only, DATABASEPROPERTYEX(name, 'Updateability') FROM sys.databases"
                                    + " WHERE name = 'Sales'")
                            .rows());
            assertTrue(client.run("USE Sales; CREATE USER reader FOR LOGIN reader")
                    .onlyError()
                    .startsWith("3906 16 1 Failed to update database \"Sales\""));
            assertEquals(
                    "[]",
                    client.run("BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY")
                            .onlyError());
            client.run("ALTER DATABASE CURRENT SET READ_WRITE");
            assertEquals("[]", client.run("CREATE USER reader FOR LOGIN reader").onlyError());
        }
    }

    @Test
    void whoTakesHisOwnDatabaseOfflineStandsInMaster() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range)) {
            client.run("USE Staging; ALTER DATABASE Staging SET OFFLINE WITH ROLLBACK AFTER 5 SECONDS");
            assertEquals("master", client.connection().getCatalog());
            assertEquals(
                    List.of(List.of("master")), client.run("SELECT DB_NAME()").rows());
            assertEquals(List.of("5011", "5069"), numbers(client, "ALTER DATABASE Staging SET READ_ONLY"));
        }
    }

    @Test
    void whoIsCancelledWhileWaitingHasChangedNothing() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range);
                RangeClient other = RangeClient.connect(range, range.user(), range.password(), "Sales");
                var statement = client.connection().createStatement()) {
            statement.setQueryTimeout(1);
            assertThrows(SQLException.class, () -> statement.execute("ALTER DATABASE Sales SET OFFLINE"));
            assertEquals(
                    List.of(List.of("Sales")), other.run("SELECT DB_NAME()").rows());
            assertTrue(range.server().instance().database("Sales").orElseThrow().online());
        }
    }

    @Test
    void theRecoveryModelDecidesWhichProofIsPossible() throws IOException, SQLException {
        String lsn = "SELECT last_log_backup_lsn FROM sys.database_recovery_status WHERE database_id = DB_ID('Sales')";
        String log = "BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY";
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range)) {
            client.run("ALTER DATABASE Sales SET RECOVERY SIMPLE");
            assertEquals(List.of(List.of("null")), client.run(lsn).rows());
            assertEquals(List.of("4208", "3013"), numbers(client, log));
            client.run("ALTER DATABASE Sales SET RECOVERY FULL");
            assertEquals(List.of("4214", "3013"), numbers(client, log));
            client.run("BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY");
            assertEquals(List.of("4214", "3013"), numbers(client, log));
            client.run("BACKUP DATABASE Sales TO DISK = N'E:\\Backup\\Sales.bak'");
            assertEquals("[]", client.run(log).onlyError());
        }
    }

    @Test
    void alterDatabaseRefusesWhatARealServerRefuses() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("ag3"));
                RangeClient client = RangeClient.administrator(range);
                RangeClient reader = RangeClient.reader(range)) {
            assertEquals(List.of("5058", "5069"), numbers(client, "ALTER DATABASE master SET OFFLINE"));
            assertEquals(List.of("5011", "5069"), numbers(client, "ALTER DATABASE none SET ONLINE"));
            assertEquals(List.of("1468", "5069"), numbers(client, "ALTER DATABASE Sales SET RECOVERY SIMPLE"));
            assertEquals(List.of("5011", "5069"), numbers(reader, "ALTER DATABASE Archive SET OFFLINE"));
            assertEquals(List.of("33107", "5069"), numbers(client, "ALTER DATABASE Sales SET ENCRYPTION ON"));
            client.run("BEGIN TRAN");
            assertEquals(
                    "226", numbers(client, "ALTER DATABASE Archive SET OFFLINE").getFirst());
        }
    }
}
