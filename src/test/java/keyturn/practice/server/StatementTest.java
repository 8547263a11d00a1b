package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements through the driver: settings, backups, permissions, databases, the log. */
final class StatementTest {

    @TempDir
    private Path folder;

    private Range range;
    private RangeClient client;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy")
                .withLog(folder.resolve("log.jsonl"))
                .withReady(folder.resolve("READY.json")));
        client = RangeClient.administrator(range);
    }

    @AfterEach
    void stop() throws SQLException {
        client.close();
        range.close();
    }

    @Test
    void anAdvancedOptionIsHiddenUntilAdvancedOptionsAreShown() throws SQLException {
        assertEquals(
                "15123 16 1 The configuration option 'EKM provider enabled' does not exist, or it may be an advanced"
                        + " option.",
                client.run("EXEC sp_configure 'EKM provider enabled', 0").onlyError());
        var shown = client.run("EXEC sp_configure 'show advanced options', 1; RECONFIGURE;");
        assertEquals(
                List.of("15457 Configuration option 'show advanced options' changed from 0 to 1. Run the RECONFIGURE"
                        + " statement to install."),
                shown.infos());
        client.run("EXEC sp_configure 'EKM provider enabled', 0");
        String both = "SELECT CAST(value AS int), CAST(value_in_use AS int) FROM sys.configurations"
                + " WHERE name = N'EKM provider enabled'";
        assertEquals(List.of(List.of("0", "1")), client.run(both).rows());
        client.run("RECONFIGURE");
        assertEquals(List.of(List.of("0", "0")), client.run(both).rows());
        assertTrue(client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE")
                .onlyError()
                .startsWith("33053 16 1 "));
        assertEquals(
                "15129 16 1 '7' is not a valid value for configuration option 'EKM provider enabled'.",
                client.run("EXEC sp_configure 'EKM provider enabled', 7").onlyError());
    }

    @Test
    void reconfigureInATransactionIs574() throws SQLException {
        assertEquals(
                "574 16 0 CONFIG statement cannot be used inside a user transaction.",
                client.run("BEGIN TRAN; RECONFIGURE; ROLLBACK").onlyError());
    }

    @Test
    void aLogBackupToNulSaysWhatItProcessed() throws SQLException {
        var answer = client.run("BACKUP LOG [Sales] TO DISK = N'NUL' WITH COPY_ONLY, NAME = N'proof'");
        assertEquals("[]", answer.onlyError());
        assertTrue(answer.infos().getFirst().startsWith("4035 Processed 2 pages for database 'Sales', file"));
        assertTrue(answer.infos().getLast().startsWith("3014 BACKUP LOG successfully processed 2 pages in "));
        assertEquals(
                List.of(List.of("proof", "L", "1")),
                client.run("SELECT TOP (1) name, type, is_copy_only FROM msdb.dbo.backupset"
                                + " WHERE database_name = N'Sales' ORDER BY backup_set_id DESC")
                        .rows());
    }

    @Test
    void aBackupThatCannotBeTakenSaysWhyAndEnds() throws SQLException {
        String end = "3013 16 1 BACKUP LOG is terminating abnormally.";
        var simple = client.errors("BACKUP LOG Archive TO DISK = N'NUL' WITH COPY_ONLY");
        assertTrue(simple.getFirst().startsWith("4208 16 1 The statement BACKUP LOG is not allowed"));
        assertEquals(end, simple.getLast());
        var unknown = client.errors("BACKUP LOG Nowhere TO DISK = N'NUL' WITH COPY_ONLY");
        assertTrue(unknown.getFirst().startsWith("911 16 1 Database 'Nowhere' does not exist."));
        range.setFault("provider-code=3303@backup-database:1");
        var vault = client.errors("BACKUP DATABASE Archive TO DISK = N'NUL' WITH COPY_ONLY");
        assertEquals(
                "33028 16 1 Cannot open session for cryptographic provider 'AzureKeyVault_EKM'. Provider error code:"
                        + " 3303.  (Provider Error - No explanation is available, consult EKM Provider for details)",
                vault.getFirst());
        range.setFault("provider-code=3303@backup-database:1");
        assertEquals(
                "[]",
                client.run("BACKUP DATABASE Reporting TO DISK = N'NUL' WITH COPY_ONLY")
                        .onlyError());
    }

    @Test
    void everyDatabaseLeadsToItsVault() throws SQLException {
        var answer = client.run("""
                SELECT d.name, ak.name, p.name, sp.name, c.credential_identity
                FROM sys.databases d
                JOIN sys.dm_database_encryption_keys k ON k.database_id = d.database_id AND d.database_id > 4
                LEFT JOIN master.sys.asymmetric_keys ak ON ak.thumbprint = k.encryptor_thumbprint
                LEFT JOIN sys.cryptographic_providers p ON p.guid = ak.cryptographic_provider_guid
                LEFT JOIN sys.server_principals sp ON SUBSTRING(sp.sid, 13, 32) = ak.thumbprint AND sp.type = 'K'
                LEFT JOIN sys.server_principal_credentials m ON m.principal_id = sp.principal_id
                LEFT JOIN sys.credentials c ON c.credential_id = m.credential_id AND c.target_id = p.provider_id
                ORDER BY d.name
                """);
        assertEquals(
                List.of("Archive", "TDE_Key_2024", "AzureKeyVault_EKM", "TDE_Login", "keyturn-practice-vault"),
                answer.rows().getFirst());
        assertEquals(4, answer.rows().size());
    }

    @Test
    void theReaderIsToldWhichPermissionIsMissing() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range)) {
            assertEquals(
                    List.of(
                            "300 14 1 VIEW SERVER SECURITY STATE permission was denied on object 'server', database"
                                    + " 'master'.",
                            "297 16 1 The user does not have permission to perform this action."),
                    reader.errors("SELECT * FROM sys.dm_database_encryption_keys"));
            assertEquals(
                    List.of(List.of("1", "0")),
                    reader.run("SELECT COUNT(*), (SELECT COUNT(*) FROM sys.credentials)"
                                    + " FROM sys.cryptographic_providers")
                            .rows());
            assertTrue(reader.run("USE Sales").onlyError().startsWith("916 14 2 The server principal \"reader\""));
            assertEquals(
                    List.of(List.of("0", "1", "null")),
                    reader.run("SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER'),"
                                    + " HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DATABASE'),"
                                    + " HAS_PERMS_BY_NAME(NULL, NULL, 'NO SUCH')")
                            .rows());
        }
    }

    @Test
    void aColumnThatTheVersionLacksIs207() throws IOException, SQLException {
        try (Range old = Range.start(RangeOptions.of("old-2016"));
                RangeClient there = RangeClient.administrator(old)) {
            assertTrue(there.run("SELECT encryption_state_desc FROM sys.dm_database_encryption_keys")
                    .onlyError()
                    .startsWith("207 16 1 Invalid column name"));
            assertTrue(
                    there.run("SELECT * FROM sys.dm_os_host_info").onlyError().startsWith("208 16 1 "));
            assertEquals(
                    List.of(List.of("null")),
                    there.run("SELECT OBJECT_ID('sys.dm_os_host_info')").rows());
        }
    }

    @Test
    void useMovesOneSessionAlone() throws SQLException {
        try (RangeClient other = RangeClient.administrator(range)) {
            client.run("USE [Sales]");
            assertEquals(
                    List.of(List.of("Sales")), client.run("SELECT DB_NAME()").rows());
            assertEquals(
                    List.of(List.of("master")), other.run("SELECT DB_NAME()").rows());
            assertEquals("Sales", client.connection().getCatalog());
            assertTrue(client.run("USE Nowhere; SELECT 1").onlyError().startsWith("911 16 1 "));
        }
    }

    @Test
    void aWrongColumnStopsTheBatchBeforeItBegins() throws SQLException {
        String batch = "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE;\nSELECT nosuch FROM sys.databases";
        assertTrue(client.run(batch).onlyError().startsWith("207 16 1 "));
        assertTrue(range.server().instance().ekm().providers().getFirst().enabled());
    }

    @Test
    void anUnknownProcedureIs2812AndTheBatchGoesOn() throws SQLException {
        var answer = client.run("EXEC nothing_here; SELECT 7");
        assertEquals("2812 16 62 Could not find stored procedure 'nothing_here'.", answer.onlyError());
        assertEquals(List.of(List.of("7")), answer.rows());
    }

    @Test
    void textRunInAnotherDatabaseComesBack() throws SQLException {
        var answer = client.run("EXEC [Sales].sys.sp_executesql N'SELECT DB_NAME()'; SELECT DB_NAME()");
        assertEquals(List.of(List.of("Sales"), List.of("master")), answer.rows());
    }

    @Test
    void anApplicationLockKeepsOthersOut() throws SQLException {
        String take = "DECLARE @r int; EXEC @r = sp_getapplock @Resource = N'keyturn', @LockMode = 'Exclusive',"
                + " @LockOwner = 'Session', @LockTimeout = 0; SELECT @r";
        assertEquals(List.of(List.of("0")), client.run(take).rows());
        try (RangeClient other = RangeClient.administrator(range)) {
            assertEquals(List.of(List.of("-1")), other.run(take).rows());
        }
    }

    @Test
    void theDriversOwnTransactionsWork() throws SQLException {
        client.connection().setAutoCommit(false);
        assertEquals(
                List.of(List.of("1")),
                client.run("SELECT 1 FROM sys.databases WHERE database_id = 1").rows());
        assertEquals(List.of(List.of("1")), client.run("SELECT @@TRANCOUNT").rows());
        client.connection().rollback();
        client.connection().setAutoCommit(true);
        assertEquals(List.of(List.of("0")), client.run("SELECT @@TRANCOUNT").rows());
    }

    @Test
    void theLogHoldsTheBatchByteForByteAndNoSecret() throws SQLException, IOException {
        String batch = "PRINT N'Grüße \"x\"\\';\r\n\tSELECT 1 -- ünï 🔑";
        client.run(batch);
        client.run("PRINT 1; CREATE CREDENTIAL c WITH IDENTITY = 'v', SECRET = 'abc''def' ");
        List<String> lines = Files.readAllLines(folder.resolve("log.jsonl"));
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertEquals(batch, first.get("text").textValue());
        assertEquals("batch", first.get("kind").textValue());
        assertEquals("server tests", first.get("program").textValue());
        assertEquals("master", first.get("database").textValue());
        assertTrue(first.get("error").isNull());
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertTrue(second.get("text").textValue().contains("SECRET = '***'"));
        assertTrue(second.get("error").isNull());
    }

    @Test
    void theReadyFileNamesEveryDoorAndGoesWithTheRange() throws IOException {
        JsonNode ready = new ObjectMapper().readTree(Files.readString(folder.resolve("READY.json")));
        assertEquals("127.0.0.1:" + range.port(), ready.get("sql").textValue());
        assertEquals("practice", ready.get("user").textValue());
        assertEquals("reader", ready.get("reader").textValue());
        assertEquals("00000000-7072-6163-7469-636500000001", ready.get("client").textValue());
        assertTrue(ready.get("secret").textValue().startsWith("practice~NotASecret"));
        assertTrue(Files.exists(Path.of(ready.get("certificate").textValue())));
        range.close();
        assertTrue(Files.notExists(folder.resolve("READY.json")));
    }

    @Test
    void aWrongPasswordAndAWrongDatabaseAreRefused() {
        var password = assertThrows(SQLException.class, () -> RangeClient.connect(range, "practice", "no", ""));
        assertEquals(18456, password.getErrorCode());
        var database = assertThrows(
                SQLException.class, () -> RangeClient.connect(range, "practice", range.password(), "Nowhere"));
        assertEquals(4060, database.getErrorCode());
    }
}
