package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under what the parts of a log are encrypted, over the driver: what was written before a change stays under the old key. */
final class VirtualLogTest {

    private static final String REWRAP = "ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY New_Key";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
        range.ready("New_Key", "tde-key-2026");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    @Test
    void logBackupsMoveTheLogOn() throws SQLException {
        assertEquals(List.of("37 1 TDE_Key_2024", "0 0 ", "0 0 ", "0 0 "), parts("Sales"));
        range.run("USE Sales");
        assertEquals("[]", range.run(REWRAP));
        assertEquals(List.of("37 1 TDE_Key_2024", "38 1 New_Key", "0 0 ", "0 0 "), parts("Sales"));
        range.run("USE master");
        range.run("BACKUP LOG Sales TO DISK = 'NUL' WITH COPY_ONLY");
        range.run("BACKUP DATABASE Sales TO DISK = 'E:\\Backup\\a.bak'");
        assertEquals(List.of("37 1 TDE_Key_2024", "38 1 New_Key", "0 0 ", "0 0 "), parts("Sales"));
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\a.trn'");
        assertEquals(List.of("37 1 TDE_Key_2024", "38 1 New_Key", "39 1 New_Key", "0 0 "), parts("Sales"));
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\b.trn'");
        assertEquals(List.of("37 0 TDE_Key_2024", "38 1 New_Key", "39 1 New_Key", "40 1 New_Key"), parts("Sales"));
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\c.trn'");
        assertEquals(List.of("41 1 New_Key", "38 0 New_Key", "39 1 New_Key", "40 1 New_Key"), parts("Sales"));
    }

    @Test
    void whereNothingGoesOnALogBackupFreesAllButTheCurrentPart() throws SQLException {
        range.range().setFault("quiet-log");
        range.run("USE Sales");
        assertEquals("[]", range.run(REWRAP));
        range.run("USE master");
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\a.trn'");
        assertEquals(List.of("37 0 TDE_Key_2024", "38 1 New_Key", "39 1 New_Key", "0 0 "), parts("Sales"));
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\b.trn'");
        range.run("BACKUP LOG Sales TO DISK = 'E:\\Backup\\c.trn'");
        assertEquals(List.of("41 1 New_Key", "38 0 New_Key", "39 0 New_Key", "40 1 New_Key"), parts("Sales"));
    }

    @Test
    void aCheckpointDoesWhereNobodyBacksTheLogUp() throws SQLException {
        range.run("USE Archive");
        assertEquals("[]", range.run(REWRAP));
        assertEquals(List.of("37 1 TDE_Key_2024", "38 1 New_Key", "0 0 ", "0 0 "), parts("Archive"));
        assertEquals("[]", range.run("CHECKPOINT"));
        assertEquals(List.of("37 0 TDE_Key_2024", "38 1 New_Key", "39 1 New_Key", "0 0 "), parts("Archive"));
        range.run("USE Sales CHECKPOINT");
        assertEquals(List.of("37 1 TDE_Key_2024", "0 0 ", "0 0 ", "0 0 "), parts("Sales"));
    }

    @Test
    void oneRoundTripAnswersForAllOpenDatabases() throws SQLException {
        range.run("ALTER DATABASE Payroll SET OFFLINE");
        List<List<String>> rows = range.rows("""
                SELECT d.name, COUNT(*) FROM sys.databases AS d CROSS APPLY sys.dm_db_log_info(d.database_id) AS i
                JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = i.vlf_encryptor_thumbprint
                WHERE d.state = 0 AND a.name = N'TDE_Key_2024' GROUP BY d.name ORDER BY d.name""");
        assertTrue(rows.contains(List.of("Sales", "1")), rows.toString());
        assertTrue(rows.stream().noneMatch(row -> row.contains("Payroll")), rows.toString());
    }

    @Test
    void aBackupStaysInItsFileAndAFolderThatIsNotThereIsRefused() throws SQLException {
        String to = "BACKUP LOG Sales TO DISK = N'";
        assertTrue(range.run(to + "F:\\none\\a.trn'")
                .startsWith("3201 16 1 Cannot open backup device 'F:\\none\\a.trn'."));
        assertTrue(range.run(to + "\\\\nowhere\\b\\a.trn'").contains("53(The network path was not found.)"));
        assertTrue(range.run(to + "E:\\Backup'").contains("5(Access is denied.)"));
        range.run(to + "E:\\Backup\\kept.trn' WITH NOFORMAT, NOINIT, CHECKSUM, NAME = N'first'");
        range.run(to + "E:\\Backup\\kept.trn' WITH NOFORMAT, NOINIT, CHECKSUM, NAME = N'second'");
        assertEquals(
                List.of(List.of("first", "1"), List.of("second", "2")),
                range.rows("SELECT b.name, b.position FROM msdb.dbo.backupset AS b JOIN msdb.dbo.backupmediafamily AS f"
                        + " ON f.media_set_id = b.media_set_id WHERE f.physical_device_name = 'E:\\Backup\\kept.trn'"
                        + " ORDER BY b.position"));
    }

    private List<String> parts(String database) throws SQLException {
        return range
                .rows(
                        "SELECT CONVERT(varchar(9), i.vlf_sequence_number) + ' ' + CONVERT(varchar(1), i.vlf_active) + ' '"
                                + " + ISNULL(a.name, '') FROM sys.dm_db_log_info(DB_ID('" + database + "')) AS i"
                                + " LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = i.vlf_encryptor_thumbprint"
                                + " ORDER BY i.vlf_begin_offset")
                .stream()
                .map(List::getFirst)
                .toList();
    }
}
