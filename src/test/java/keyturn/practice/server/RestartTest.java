package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.Test;

/** What a start does, and what the ERRORLOG tells of it. */
final class RestartTest {

    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    private static final String DLL = "Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String NEW = FOLDER + "15.0.2000.440\\" + DLL;
    private static final String FROM_FILE = "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + NEW + "'";
    private static final String CATALOG = "SELECT dll_path, is_enabled FROM sys.cryptographic_providers";
    private static final String PENDING = "SELECT name FROM sys.databases WHERE state_desc = 'RECOVERY_PENDING'";

    private static List<String> log(RangeClient client, String arguments) throws SQLException {
        return client.run("EXEC sp_readerrorlog " + arguments).rows().stream()
                .map(r -> r.get(2))
                .toList();
    }

    private static Range faulty(String scenario, String fault) throws IOException {
        return Range.start(RangeOptions.of(scenario).withFaults(List.of(fault)));
    }

    @Test
    void aRestartLoadsWhatTheCatalogNamesAndTellsOfIt() throws IOException, SQLException {
        String modules = "SELECT name FROM sys.dm_os_loaded_modules WHERE name LIKE N'%EKM.dll'";
        try (Range range = Range.start(RangeOptions.of("pending-restart"))) {
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(List.of(List.of(FOLDER + DLL)), client.run(modules).rows());
                assertEquals(List.of(List.of(NEW, "1")), client.run(CATALOG).rows());
            }
            range.restart();
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(List.of(List.of(NEW)), client.run(modules).rows());
                assertEquals(2, log(client, "0, 1, N'" + NEW + "'").size());
                assertEquals(
                        1,
                        log(client, "0, 1, N'loaded into memory', N'2000.440'").size());
                assertEquals(
                        1,
                        log(client, "0, 1, N'Starting up database ''Sales'''").size());
            }
        }
    }

    @Test
    void theErrorLogIsSearchedByTextTimeAndNumber() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            range.restart();
            try (RangeClient client = RangeClient.administrator(range)) {
                String done = "'Recovery is complete'";
                assertEquals(1, log(client, "1, 1, N" + done).size(), "the log before is kept");
                assertEquals(List.of(), log(client, "2"));
                assertEquals(List.of(), log(client, "0, 2"), "the agent's log is empty");
                for (String xp : List.of("'2020-01-01', NULL, N'desc'", "'2099-01-01', NULL, N'asc'")) {
                    assertEquals(
                            xp.contains("2020") ? 1 : 0,
                            client.run("EXEC xp_readerrorlog 0, 1, N" + done + ", NULL, " + xp)
                                    .rows()
                                    .size());
                }
            }
            try (RangeClient reader = RangeClient.reader(range)) {
                assertTrue(reader.run("EXEC sp_readerrorlog").onlyError().startsWith("229 14 "));
            }
        }
    }

    @Test
    void aKeyThatIsGoneShowsInTheProof() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("key-gone"));
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals(List.of(), client.run(PENDING).rows());
            List<String> errors = client.errors("BACKUP LOG Payroll TO DISK = N'NUL' WITH COPY_ONLY");
            String payroll = client.run("SELECT CONVERT(varchar(50), encryptor_thumbprint, 1)"
                            + " FROM sys.dm_database_encryption_keys WHERE database_id = DB_ID('Payroll')")
                    .rows()
                    .getFirst()
                    .getFirst();
            assertEquals(
                    List.of(
                            "33049 16 2 Key with thumbprint '" + payroll + "' does not exist"
                                    + " in the provider or access is denied. Provider error code: 3113.  (Provider"
                                    + " Error - No explanation is available, consult EKM Provider for details)",
                            "3013 16 1 BACKUP LOG is terminating abnormally."),
                    errors);
            assertEquals(
                    "[]",
                    client.run("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY")
                            .onlyError());
            assertEquals(
                    List.of(List.of("Sales")),
                    client.run("SELECT database_name FROM msdb.dbo.backupset WHERE is_copy_only = 1")
                            .rows());
        }
    }

    @Test
    void aKeyThatIsGoneKeepsItsDatabaseFromOpening() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("key-gone"))) {
            range.restart();
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(List.of(List.of("Payroll")), client.run(PENDING).rows());
                assertEquals(1, log(client, "0, 1, N'Error: 33049'").size());
                assertTrue(client.run("SELECT * FROM Payroll.sys.objects")
                        .onlyError()
                        .startsWith("945 14 "));
            }
        }
    }

    @Test
    void databasesThatAreNotOpenHaveTheirReasonsInTheLog() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("not-open"));
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals(
                    List.of(
                            List.of("Archive", "ONLINE"),
                            List.of("Ledger", "OFFLINE"),
                            List.of("Payroll", "RECOVERY_PENDING"),
                            List.of("Reporting", "RESTORING"),
                            List.of("Sales", "ONLINE"),
                            List.of("Staging", "ONLINE")),
                    client.run("SELECT name, state_desc FROM sys.databases WHERE database_id > 4 ORDER BY name")
                            .rows());
            assertEquals(1, log(client, "0, 1, N'Error: 33049'").size());
            assertEquals(1, log(client, "0, 1, N'Provider error code: 3112'").size());
            assertEquals(
                    List.of(List.of("Archive", "2", "37.0", "RUNNING")),
                    client.run("SELECT DB_NAME(database_id), encryption_state, percent_complete,"
                                    + " encryption_scan_state_desc FROM sys.dm_database_encryption_keys"
                                    + " WHERE percent_complete > 0")
                            .rows());
        }
    }

    @Test
    void aFailedStartLeavesTheServerDownUntilTheNextOne() throws IOException, SQLException {
        try (Range range = faulty("healthy", "start-fails@restart:1")) {
            var before = range.server().instance().identity().startedAt();
            assertFalse(range.restart());
            assertThrows(SQLException.class, () -> RangeClient.administrator(range));
            assertEquals(before, range.server().instance().identity().startedAt());
            assertTrue(range.restart());
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(List.of(), client.run(PENDING).rows());
            }
        }
    }

    @Test
    void aBadSignatureAtTheStartLeavesTheDatabasesWaiting() throws IOException, SQLException {
        try (Range range = faulty("healthy", "bad-signature@restart:1")) {
            range.restart();
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(4, client.run(PENDING).rows().size());
                assertEquals(
                        1, log(client, "0, 1, N'Failed to verify Authenticode'").size());
                assertEquals(
                        List.of(List.of(FOLDER + DLL, "1")), client.run(CATALOG).rows());
            }
        }
    }

    @Test
    void aRefusedFileLeavesTheCatalogAsItWasAndMayLeaveTheProviderDisabled() throws IOException, SQLException {
        for (String scenario : List.of("healthy", "enabled-after")) {
            try (Range range = faulty(scenario, "bad-signature@alter-provider:1");
                    RangeClient client = RangeClient.administrator(range)) {
                assertTrue(client.run(FROM_FILE).onlyError().startsWith("33027 16 1 "));
                assertEquals(
                        List.of(List.of(FOLDER + DLL, scenario.equals("healthy") ? "0" : "1")),
                        client.run(CATALOG).rows());
            }
        }
    }

    @Test
    void theProofFailsWithTheCodeThatTheProviderIsMadeToAnswer() throws IOException, SQLException {
        try (Range range = faulty("healthy", "provider-code=3303@backup-log:1");
                RangeClient client = RangeClient.administrator(range)) {
            List<String> errors = client.errors("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY");
            assertTrue(errors.getFirst()
                    .startsWith("33028 16 1 Cannot open session for cryptographic provider 'AzureKeyVault_EKM'."
                            + " Provider error code: 3303."));
            assertEquals("3013 16 1 BACKUP LOG is terminating abnormally.", errors.getLast());
        }
    }

    @Test
    void hollowWithoutAStatementStrikesChangesAndLetsReadsThrough() throws IOException, SQLException {
        try (Range range = faulty("healthy", "hollow");
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals("[]", client.run(FROM_FILE).onlyError());
            assertEquals(
                    List.of(List.of(FOLDER + DLL, "1")), client.run(CATALOG).rows());
            client.run("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY");
            assertEquals(
                    List.of(List.of("Sales")),
                    client.run("SELECT database_name FROM msdb.dbo.backupset WHERE is_copy_only = 1")
                            .rows());
        }
    }
}
