package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SET ENCRYPTION and REGENERATE over the driver: scans that take their time, halt, go on and end. */
final class EncryptionScanTest {

    private static final String KEY = "CREATE DATABASE ENCRYPTION KEY WITH ALGORITHM = AES_256 ENCRYPTION BY SERVER"
            + " ASYMMETRIC KEY TDE_Key_2024";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
        range.change(i -> i.with(i.ekm().with(i.ekm().behaviour().scanning(1))));
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    private List<String> state(String database) throws SQLException {
        return range.rows("SELECT encryption_state, encryption_state_desc, encryption_scan_state_desc FROM"
                        + " sys.dm_database_encryption_keys WHERE database_id = DB_ID('" + database + "')")
                .getFirst();
    }

    private List<String> set(String database, String how) throws SQLException {
        return range.numbers("ALTER DATABASE [" + database + "] SET ENCRYPTION " + how);
    }

    /** As if the rest of the time had gone by. */
    private void timePasses(String database) {
        range.change(i -> {
            Database now = i.database(database).orElseThrow();
            Dek dek = now.dek().orElseThrow();
            Scan scan = dek.scan();
            Scan over = new Scan(scan.stage(), scan.percent(), scan.since(), Optional.of(Duration.ZERO));
            return i.with(now.dek(dek.scanned(dek.state(), over)));
        });
    }

    private long logged(String text) {
        return range.log().stream().filter(l -> l.equals(text)).count();
    }

    @Test
    void encryptingRunsUntilItIsDone() throws SQLException {
        assertEquals(List.of("33106", "5069"), set("Staging", "ON"));
        range.run("USE Staging");
        range.run(KEY);
        assertEquals(List.of("33108", "5069"), set("Staging", "OFF"));
        assertEquals(List.of(), set("Staging", "ON"));
        assertEquals(List.of("2", "ENCRYPTION_IN_PROGRESS", "RUNNING"), state("Staging"));
        assertEquals(
                List.of(List.of("1")), range.rows("SELECT is_encrypted FROM sys.databases WHERE name = 'Staging'"));
        assertEquals(List.of("33109", "5069"), set("Staging", "ON"));
        assertEquals(List.of("33109", "5069"), set("Staging", "OFF"));
        assertTrue(range.run("ALTER DATABASE ENCRYPTION KEY REGENERATE WITH ALGORITHM = AES_128")
                .startsWith("33110 16 1 "));
        assertTrue(range.run("DROP DATABASE ENCRYPTION KEY").startsWith("33105 16 1 "));
        assertEquals(1, logged("Beginning database encryption scan for database 'Staging'."));
        timePasses("Staging");
        assertEquals(List.of("3", "ENCRYPTED", "COMPLETE"), state("Staging"));
        assertEquals(1, logged("Database encryption scan for database 'Staging' is complete."));
        assertEquals(List.of("33107", "5069"), set("Staging", "ON"));
        assertEquals(1, logged("Setting database option ENCRYPTION to ON for database 'Staging'."));
    }

    @Test
    void decryptingEndsUnencryptedAndTheKeyCanGo() throws SQLException {
        assertEquals(List.of(), set("Sales", "OFF"));
        assertEquals(List.of("5", "DECRYPTION_IN_PROGRESS", "RUNNING"), state("Sales"));
        timePasses("Sales");
        assertEquals(List.of("1", "UNENCRYPTED", "COMPLETE"), state("Sales"));
        assertEquals(List.of(List.of("0")), range.rows("SELECT is_encrypted FROM sys.databases WHERE name = 'Sales'"));
        assertEquals("[]", range.run("USE Sales; DROP DATABASE ENCRYPTION KEY"));
    }

    @Test
    void regeneratingEncryptsAnew() throws SQLException {
        assertEquals("[]", range.run("USE Sales; ALTER DATABASE ENCRYPTION KEY REGENERATE WITH ALGORITHM = AES_128"));
        assertEquals(List.of("4", "KEY_CHANGE_IN_PROGRESS", "RUNNING"), state("Sales"));
        timePasses("Sales");
        assertEquals(List.of("3", "ENCRYPTED", "COMPLETE"), state("Sales"));
        assertEquals(
                List.of(List.of("128", "1")),
                range.rows("SELECT key_length, CASE WHEN regenerate_date > create_date THEN 1 ELSE 0 END FROM"
                        + " sys.dm_database_encryption_keys WHERE database_id = DB_ID('Sales')"));
    }

    @Test
    void aScanHaltsGoesOnAndOutlivesARestart() throws SQLException {
        assertEquals(List.of(), set("Sales", "OFF"));
        assertEquals(List.of(), set("Sales", "SUSPEND"));
        assertEquals(List.of("5", "DECRYPTION_IN_PROGRESS", "SUSPENDED"), state("Sales"));
        String aborted =
                "Database encryption scan for database 'Sales' was aborted. Reissue ALTER DB to resume the scan.";
        assertEquals(1, logged(aborted));
        range.restart();
        assertEquals(List.of("5", "DECRYPTION_IN_PROGRESS", "SUSPENDED"), state("Sales"));
        assertEquals(1, logged(aborted), "the new log tells of it");
        assertEquals(List.of(), set("Sales", "RESUME"));
        assertEquals(List.of("5", "DECRYPTION_IN_PROGRESS", "RUNNING"), state("Sales"));
        range.restart();
        assertEquals(1, logged("Beginning database encryption scan for database 'Sales'."));
        assertEquals(List.of(), set("Sales", "RESUME"), "it runs already");
        timePasses("Sales");
        // of two starts in a moment the second counts as a little later, so that each start is seen to be another
        ControlClient.until(() -> !range.instance()
                .database("Sales")
                .flatMap(Database::dek)
                .orElseThrow()
                .scanning());
        assertEquals("1", state("Sales").getFirst());
    }

    @Test
    void aScanStandsStillWhileItsDatabaseIsClosed() throws SQLException {
        set("Sales", "OFF");
        range.run("ALTER DATABASE Sales SET OFFLINE");
        timePasses("Sales");
        assertEquals(
                Dek.DECRYPTING,
                range.instance()
                        .database("Sales")
                        .flatMap(Database::dek)
                        .orElseThrow()
                        .state());
        range.run("ALTER DATABASE Sales SET ONLINE");
        assertEquals("1", state("Sales").getFirst());
    }

    @Test
    void progressIsThatOfTheClock() throws SQLException {
        range.change(i -> i.with(i.ekm().with(i.ekm().behaviour().scanning(1_000_000))));
        set("Sales", "OFF");
        String percent =
                "SELECT percent_complete FROM sys.dm_database_encryption_keys WHERE database_id = DB_ID('Sales')"
                        + " AND encryption_state = 5";
        while (!range.rows(percent).isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals("1", state("Sales").getFirst());
    }

    @Test
    void theVaultIsAskedAndTransactionsAreRefused() throws IOException, SQLException {
        try (KeyRange gone = KeyRange.of("key-gone")) {
            assertEquals(List.of("33049", "5069"), gone.numbers("ALTER DATABASE Payroll SET ENCRYPTION OFF"));
        }
        assertEquals(
                "226",
                range.numbers("BEGIN TRAN; ALTER DATABASE Sales SET ENCRYPTION OFF")
                        .getFirst());
        range.run("ROLLBACK");
        assertEquals(List.of("33102", "5069"), set("master", "ON"));
        range.run("ALTER DATABASE Ledger SET READ_ONLY");
        assertEquals(List.of("33118", "5069"), set("Ledger", "OFF"));
    }

    @Test
    void before2019AScanCannotBeHalted() throws IOException, SQLException {
        try (KeyRange old = KeyRange.of("old-1040")) {
            assertEquals(List.of("102", "5069"), old.numbers("ALTER DATABASE Sales SET ENCRYPTION SUSPEND"));
        }
    }

    @Test
    void tempdbIsEncryptedWithTheFirstAndPlainAfterAStartWithNone() throws SQLException {
        String tempdb = "SELECT encryption_state FROM sys.dm_database_encryption_keys WHERE database_id = 2";
        assertEquals(List.of(List.of("3")), range.rows(tempdb));
        for (String database : List.of("Sales", "Ledger", "Payroll", "Archive")) {
            set(database, "OFF");
            timePasses(database);
        }
        assertEquals(List.of(List.of("3")), range.rows(tempdb), "until a restart");
        range.restart();
        assertEquals(List.of(), range.rows(tempdb));
        set("Sales", "ON");
        assertEquals(List.of(List.of("3")), range.rows(tempdb));
    }
}
