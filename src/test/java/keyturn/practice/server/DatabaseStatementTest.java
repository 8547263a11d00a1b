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
            assertEquals(List.of("102"), numbers(client, "ALTER DATABASE Sales SET ENCRYPTION ON"));
            client.run("BEGIN TRAN");
            assertEquals(
                    "226", numbers(client, "ALTER DATABASE Archive SET OFFLINE").getFirst());
        }
    }
}
