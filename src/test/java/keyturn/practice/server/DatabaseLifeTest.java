package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases are made, set, renamed, dropped, backed up and restored, and refuse what a server refuses. */
final class DatabaseLifeTest {

    private Range range;
    private RangeClient client;
    private RangeClient reader;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy"));
        client = RangeClient.administrator(range);
        reader = RangeClient.reader(range);
    }

    @AfterEach
    void stop() throws SQLException {
        reader.close();
        client.close();
        range.close();
    }

    private void does(String sql) throws SQLException {
        assertEquals("[]", client.run(sql).onlyError(), sql);
    }

    private void refused(RangeClient who, String start, String sql) throws SQLException {
        List<String> errors = who.errors(sql);
        assertTrue(!errors.isEmpty() && errors.getFirst().startsWith(start), sql + " said " + errors);
    }

    private void both(String first, String last, String sql) throws SQLException {
        List<String> errors = client.errors(sql);
        assertTrue(
                errors.size() > 1
                        && errors.getFirst().startsWith(first)
                        && errors.getLast().startsWith(last),
                sql + " said " + errors);
    }

    private void is(List<String> row, String sql) throws SQLException {
        assertEquals(List.of(row), client.run(sql).rows(), sql);
    }

    @Test
    void aDatabaseIsMadeAndDropped() throws SQLException {
        does("CREATE DATABASE Till COLLATE Latin1_General_BIN");
        is(
                List.of("11", "FULL", "Latin1_General_BIN", "practice"),
                "SELECT database_id, recovery_model_desc, collation_name, SUSER_SNAME(owner_sid) FROM sys.databases"
                        + " WHERE name = 'Till'");
        refused(client, "1801 16 3", "CREATE DATABASE till");
        refused(client, "3702 16 3", "USE Till; DROP DATABASE Till");
        does("USE master; DROP DATABASE IF EXISTS Till, Nothing");
        refused(client, "3701 11 1", "DROP DATABASE Till");
        refused(client, "3708 16 5", "DROP DATABASE msdb");
        refused(client, "226 16", "BEGIN TRAN; CREATE DATABASE x");
        client.run("ROLLBACK");
        refused(client, "448 16 3", "CREATE DATABASE x COLLATE Nothing_Here");
        both("5133 16 1", "1802 16 4", "CREATE DATABASE x ON (NAME = x, FILENAME = 'Q:\\nowhere\\x.mdf')");
        refused(reader, "262 14 1 CREATE DATABASE permission denied", "CREATE DATABASE x");
        refused(reader, "3701 11 1", "DROP DATABASE Sales");
    }

    @Test
    void theCreatorOwnsItsDatabase() throws SQLException {
        does("ALTER SERVER ROLE dbcreator ADD MEMBER reader");
        assertEquals("[]", reader.run("CREATE DATABASE Mine").onlyError());
        assertEquals(
                List.of(List.of("dbo")),
                reader.run("USE Mine; SELECT USER_NAME()").rows());
        assertEquals("[]", reader.run("ALTER DATABASE Mine SET RECOVERY SIMPLE").onlyError());
        assertEquals("[]", reader.run("USE master; DROP DATABASE Mine").onlyError());
    }

    @Test
    void aDatabaseGetsAnotherNameAndOptions() throws SQLException {
        assertEquals(
                List.of("5021 The database name 'Deposit' has been set."),
                client.run("ALTER DATABASE Staging MODIFY NAME = Deposit").infos());
        both("1801 16 1", "5069 16 1", "ALTER DATABASE Deposit MODIFY NAME = Sales");
        both("5011 14 5", "5069 16 1", "ALTER DATABASE Staging MODIFY NAME = x");
        does("ALTER DATABASE Deposit SET COMPATIBILITY_LEVEL = 150, AUTO_CLOSE ON, PAGE_VERIFY NONE");
        is(
                List.of("150", "1", "NONE", "0"),
                "SELECT compatibility_level, is_auto_close_on, page_verify_option_desc, is_auto_shrink_on"
                        + " FROM sys.databases WHERE name = 'Deposit'");
        both("15048 16 1", "5069 16 1", "ALTER DATABASE Deposit SET COMPATIBILITY_LEVEL = 95");
        both("5058 16 5", "5069 16 1", "ALTER DATABASE tempdb SET AUTO_CLOSE ON");
        both("35221 16 1", "5069 16 1", "ALTER DATABASE Deposit SET HADR OFF");
        does("ALTER DATABASE Deposit SET EMERGENCY");
        is(List.of("EMERGENCY"), "SELECT state_desc FROM sys.databases WHERE name = 'Deposit'");
        both("3033 16 1", "3013 16 1", "BACKUP DATABASE Deposit TO DISK = 'NUL'");
        does("ALTER DATABASE Deposit SET ONLINE; ALTER AUTHORIZATION ON DATABASE::Deposit TO sa");
        refused(client, "35221 16 1", "ALTER AVAILABILITY GROUP g FAILOVER");
    }

    @Test
    void aBackupHoldsTheDatabaseAsItWas() throws SQLException {
        does("CREATE DATABASE Till; ALTER DATABASE Till SET RECOVERY SIMPLE");
        does("USE Till; CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2); USE master");
        does("BACKUP DATABASE Till TO DISK = 'E:\\Backup\\till.bak' WITH INIT, CHECKSUM, COMPRESSION, NAME = N'first'");
        does("DELETE FROM Till.dbo.t; BACKUP DATABASE Till TO DISK = 'E:\\Backup\\till.bak' WITH NAME = N'second'");
        assertEquals(
                List.of("first", "second"),
                client.run("RESTORE HEADERONLY FROM DISK = 'E:\\Backup\\till.bak'").rows().stream()
                        .map(List::getFirst)
                        .toList());
        assertEquals(
                List.of("Till", "Till_log"),
                client.run("RESTORE FILELISTONLY FROM DISK = 'E:\\Backup\\till.bak'").rows().stream()
                        .map(List::getFirst)
                        .toList());
        assertEquals(
                List.of("3262 The backup set on file 2 is valid."),
                client.run("RESTORE VERIFYONLY FROM DISK = 'E:\\Backup\\till.bak' WITH FILE = 2")
                        .infos());
        does("RESTORE DATABASE Till FROM DISK = 'E:\\Backup\\till.bak' WITH FILE = 1");
        is(List.of("2"), "SELECT COUNT(*) FROM Till.dbo.t");
        both(
                "1834 16 1",
                "3013 16 1 RESTORE DATABASE is terminating abnormally.",
                "RESTORE DATABASE Copy FROM DISK = 'E:\\Backup\\till.bak'");
        does(
                "RESTORE DATABASE Copy FROM DISK = 'E:\\Backup\\till.bak' WITH FILE = 2, MOVE 'Till' TO 'E:\\Backup\\c.mdf',"
                        + " MOVE 'Till_log' TO 'E:\\Backup\\c.ldf'");
        is(List.of("0"), "SELECT COUNT(*) FROM Copy.dbo.t");
        is(
                List.of("2"),
                "SELECT COUNT(*) FROM msdb.dbo.restorehistory WHERE destination_database_name IN ('Till', 'Copy')");
        does("BACKUP DATABASE Till TO DISK = 'E:\\Backup\\till.bak' WITH FORMAT");
        both("3250 16 1", "3013 16 1", "RESTORE VERIFYONLY FROM DISK = 'E:\\Backup\\till.bak' WITH FILE = 2");
    }

    @Test
    void aLogFollowsItsDatabase() throws SQLException {
        String file = "'E:\\Backup\\ledger2.bak'";
        does("BACKUP DATABASE Reporting TO DISK = " + file + "; BACKUP LOG Reporting TO DISK = " + file);
        both("3159 16 1", "3013 16 1", "RESTORE DATABASE Reporting FROM DISK = " + file);
        both("3117 16 1", "3013 16 1", "RESTORE LOG Reporting FROM DISK = " + file + " WITH FILE = 2");
        both("3135 16 1", "3013 16 1", "RESTORE LOG Reporting FROM DISK = " + file + " WITH FILE = 1");
        does("RESTORE DATABASE Reporting FROM DISK = " + file + " WITH REPLACE, NORECOVERY");
        refused(client, "927 14 2", "USE Reporting");
        does("RESTORE LOG Reporting FROM DISK = " + file + " WITH FILE = 2, STANDBY = 'E:\\Backup\\undo.dat'");
        is(
                List.of("ONLINE", "1", "1"),
                "SELECT state_desc, is_read_only, is_in_standby FROM sys.databases WHERE name = 'Reporting'");
        does("RESTORE DATABASE Reporting WITH RECOVERY");
        is(
                List.of("ONLINE", "0", "0"),
                "SELECT state_desc, is_read_only, is_in_standby FROM sys.databases WHERE name = 'Reporting'");
        both("3153 16 2", "3013 16 1", "RESTORE DATABASE Reporting WITH RECOVERY");
    }

    @Test
    void anEncryptedBackupNeedsItsKey() throws SQLException {
        does("BACKUP DATABASE Sales TO DISK = 'E:\\Backup\\sales2.bak' WITH INIT");
        does("RESTORE DATABASE Sales FROM DISK = 'E:\\Backup\\sales2.bak' WITH REPLACE");
        both("3102 16 1", "3013 16 1", "USE Sales; RESTORE DATABASE Sales FROM DISK = 'E:\\Backup\\sales2.bak'");
        reader.run("SELECT 1");
        does("USE master");
        both("3154 16 4", "3013 16 1", "RESTORE DATABASE Ledger FROM DISK = 'E:\\Backup\\sales2.bak'");
        both("3201 16 2", "3013 16 1", "RESTORE DATABASE x FROM DISK = 'E:\\Backup\\none.bak'");
        both(
                "3241 16 0",
                "3013 16 1",
                "RESTORE HEADERONLY FROM DISK = 'C:\\Program Files\\Microsoft SQL Server\\"
                        + "MSSQL16.KEYTURN\\MSSQL\\DATA\\Sales.mdf'");
        refused(reader, "262 14 1", "RESTORE HEADERONLY FROM DISK = 'E:\\Backup\\sales2.bak'");
        refused(reader, "3110 14 1", "RESTORE DATABASE Sales FROM DISK = 'E:\\Backup\\sales2.bak'");
    }

    @Test
    void optionsOfABackupMustGoTogether() throws SQLException {
        both("3031 16 1", "3013 16 1", "BACKUP DATABASE Sales TO DISK = 'NUL' WITH COMPRESSION, NO_COMPRESSION");
        both("3032 16 1", "3013 16 1", "BACKUP DATABASE Sales TO DISK = 'NUL' WITH NORECOVERY");
        both("3215 16 1", "3013 16 1", "BACKUP DATABASE Sales TO DISK = 'NUL' MIRROR TO DISK = 'NUL'");
        both("3206 16 1", "3013 16 1", "BACKUP DATABASE Sales TO SomeDevice");
        both("3035 16 1", "3013 16 1", "CREATE DATABASE n; BACKUP DATABASE n TO DISK = 'NUL' WITH DIFFERENTIAL");
        both(
                "15151 16 1 Cannot find the asymmetric key 'x'",
                "3013 16 1",
                "BACKUP DATABASE Sales TO DISK = 'E:\\Backup\\e.bak' WITH ENCRYPTION (ALGORITHM = AES_256,"
                        + " SERVER ASYMMETRIC KEY = x)");
    }
}
