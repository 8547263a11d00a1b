package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.Test;

/** What a scenario says of groups, clusters, partners, jobs, sessions and other users stands in the views. */
final class SurroundingsTest {

    private static List<List<String>> rows(String scenario, String sql) throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of(scenario));
                RangeClient client = RangeClient.administrator(range)) {
            var answer = client.run(sql);
            assertEquals(List.of(), answer.errors());
            return answer.rows();
        }
    }

    @Test
    void anAvailabilityGroupShowsItsReplicas() throws IOException, SQLException {
        assertEquals(
                List.of(
                        List.of("PRACTICEAG1\\KEYTURN", "PRIMARY", "SYNCHRONOUS_COMMIT", "AUTOMATIC", "HEALTHY"),
                        List.of("PRACTICEAG2\\KEYTURN", "SECONDARY", "SYNCHRONOUS_COMMIT", "AUTOMATIC", "HEALTHY"),
                        List.of("PRACTICEAG3\\KEYTURN", "SECONDARY", "ASYNCHRONOUS_COMMIT", "MANUAL", "HEALTHY")),
                rows("ag3", """
                        SELECT r.replica_server_name, s.role_desc, r.availability_mode_desc, r.failover_mode_desc,
                          s.synchronization_health_desc
                        FROM sys.availability_groups AS g
                        JOIN sys.availability_replicas AS r ON r.group_id = g.group_id
                        JOIN sys.dm_hadr_availability_replica_states AS s ON s.replica_id = r.replica_id
                        ORDER BY r.replica_server_name"""));
    }

    @Test
    void anAvailabilityGroupShowsItsListenerAndDatabases() throws IOException, SQLException {
        assertEquals(
                List.of(List.of("PracticeAG", "practice-ag", "1433", "10.20.30.50", "PRACTICEAG1\\KEYTURN")),
                rows("ag3", """
                        SELECT g.name, l.dns_name, l.port, a.ip_address, s.primary_replica
                        FROM sys.availability_group_listeners AS l
                        JOIN sys.availability_groups AS g ON g.group_id = l.group_id
                        JOIN sys.availability_group_listener_ip_addresses AS a ON a.listener_id = l.listener_id
                        JOIN sys.dm_hadr_availability_group_states AS s ON s.group_id = g.group_id"""));
        assertEquals(
                List.of(
                        List.of("Ledger", "SYNCHRONIZED", "1"),
                        List.of("Payroll", "SYNCHRONIZED", "1"),
                        List.of("Sales", "SYNCHRONIZED", "1")),
                rows("ag3", """
                        SELECT d.name, s.synchronization_state_desc, s.is_primary_replica
                        FROM sys.dm_hadr_database_replica_states AS s
                        JOIN sys.databases AS d ON d.database_id = s.database_id AND d.replica_id = s.replica_id
                        JOIN sys.availability_databases_cluster AS c ON c.group_database_id = d.group_database_id
                        WHERE s.is_local = 1 ORDER BY d.name"""));
        assertEquals(List.of(List.of("1", "1", "PRACTICEWSFC", "3")), rows("ag3", """
                        SELECT SERVERPROPERTY('IsHadrEnabled'), SERVERPROPERTY('HadrManagerStatus'), c.cluster_name,
                          (SELECT COUNT(*) FROM sys.dm_hadr_cluster_members)
                        FROM sys.dm_hadr_cluster AS c"""));
    }

    @Test
    void aFailoverClusterInstanceShowsItsNodes() throws IOException, SQLException {
        assertEquals(
                List.of(
                        List.of("PRACTICEN1", "up", "1", "1", "PRACTICEFCI", "PRACTICEN1", "PRACTICEN1"),
                        List.of("PRACTICEN2", "up", "0", "1", "PRACTICEFCI", "PRACTICEN1", "PRACTICEN1")),
                rows("fci2", """
                        SELECT n.NodeName, n.status_description, n.is_current_owner, SERVERPROPERTY('IsClustered'),
                          SERVERPROPERTY('MachineName'), SERVERPROPERTY('ComputerNamePhysicalNetBIOS'),
                          s.cluster_nodename
                        FROM sys.dm_os_cluster_nodes AS n
                        JOIN sys.dm_server_services AS s ON s.servicename LIKE 'SQL Server (%'
                        ORDER BY n.NodeName"""));
        assertEquals(List.of(), rows("healthy", "SELECT NodeName FROM sys.dm_os_cluster_nodes"));
    }

    @Test
    void mirroringAndLogShippingNameTheirDatabase() throws IOException, SQLException {
        assertEquals(
                List.of(List.of("Sales", "PRINCIPAL", "SYNCHRONIZED", "PRACTICEMIR2\\KEYTURN")), rows("mirrored", """
                        SELECT DB_NAME(database_id), mirroring_role_desc, mirroring_state_desc,
                          mirroring_partner_instance
                        FROM sys.database_mirroring WHERE mirroring_guid IS NOT NULL"""));
        assertEquals(
                List.of(List.of("Ledger")),
                rows("logshipped", "SELECT primary_database FROM msdb.dbo.log_shipping_primary_databases"));
    }

    @Test
    void jobsSayWhenTheyAreDueAndWhetherTheyRun() throws IOException, SQLException {
        assertEquals(
                List.of(
                        List.of("Backup - full", "1", "1", "0"),
                        List.of("Backup - logs", "1", "1", "0"),
                        List.of("Index maintenance", "1", "1", "1"),
                        List.of("Old integrity check", "0", "0", "0")),
                rows("busy", """
                        SELECT j.name, j.enabled,
                          CASE WHEN a.next_scheduled_run_date > GETDATE()
                            AND a.next_scheduled_run_date <= DATEADD(day, 1, GETDATE()) THEN 1 ELSE 0 END,
                          CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL
                            THEN 1 ELSE 0 END
                        FROM msdb.dbo.sysjobs AS j
                        JOIN msdb.dbo.sysjobschedules AS js ON js.job_id = j.job_id
                        JOIN msdb.dbo.sysschedules AS s ON s.schedule_id = js.schedule_id
                        JOIN msdb.dbo.sysjobactivity AS a ON a.job_id = j.job_id
                          AND a.session_id = (SELECT MAX(session_id) FROM msdb.dbo.syssessions)
                        ORDER BY j.name"""));
    }

    @Test
    void openProviderSessionsHaveTheirHoldersUntilARestart() throws IOException, SQLException {
        String sql = """
                SELECT p.spid, s.login_name, s.program_name, s.is_user_process
                FROM sys.dm_cryptographic_provider_sessions(1) AS p
                LEFT JOIN sys.dm_exec_sessions AS s ON s.session_id = p.spid ORDER BY p.spid""";
        List<String> engine = List.of("24", "sa", "null", "0");
        try (Range range = Range.start(RangeOptions.of("busy"))) {
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(
                        List.of(
                                engine,
                                List.of("71", "practice", "Microsoft SQL Server Management Studio - Query", "1"),
                                List.of("72", "billing", "Billing service", "1")),
                        client.run(sql).rows());
            }
            range.restart();
            try (RangeClient client = RangeClient.administrator(range)) {
                assertEquals(List.of(engine), client.run(sql).rows());
            }
        }
    }

    @Test
    void otherUsersOfTheProviderAreSeen() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("busy"));
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals(
                    List.of(List.of("Column_Key", "CRYPTOGRAPHIC PROVIDER")),
                    client.run("SELECT name, provider_type FROM Sales.sys.asymmetric_keys")
                            .rows());
            assertEquals(
                    List.of(List.of("TDE_Key_2024"), List.of("Backup_Key")),
                    client.run("SELECT name FROM master.sys.asymmetric_keys ORDER BY asymmetric_key_id")
                            .rows());
            assertEquals(List.of(List.of("Backup_Key", "3")), client.run("""
                            SELECT k.name, COUNT(*) FROM msdb.dbo.backupset AS b
                            JOIN master.sys.asymmetric_keys AS k ON k.thumbprint = b.encryptor_thumbprint
                            GROUP BY k.name""").rows());
            assertEquals(
                    List.of(List.of("Reporting", "CERTIFICATE", "TDE_Cert")),
                    client.run("""
                            SELECT DB_NAME(e.database_id), e.encryptor_type, c.name
                            FROM sys.dm_database_encryption_keys AS e
                            JOIN master.sys.certificates AS c ON c.thumbprint = e.encryptor_thumbprint""").rows());
            assertEquals(
                    "[]",
                    client.run("BACKUP LOG Reporting TO DISK = N'NUL' WITH COPY_ONLY")
                            .onlyError());
        }
    }

    @Test
    void whatLiesInAFolderIsListedWithSizeAndDate() throws IOException, SQLException {
        String folder = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault";
        assertEquals(
                List.of(
                        List.of(folder + "\\15.0.2000.440", "2024-11-09", "7340032"),
                        List.of(folder, "2018-01-30", "7340032")),
                rows(
                        "healthy",
                        "SELECT parent_directory, CONVERT(char(10), last_write_time, 126), size_in_bytes"
                                + " FROM sys.dm_os_enumerate_filesystem(N'" + folder + "', N'*.dll')"
                                + " WHERE is_directory = 0"));
        assertEquals(
                List.of(
                        List.of("15.0.2000.440", "1", "0"),
                        List.of("Microsoft.AzureKeyVaultService.EKM.dll", "2", "1"),
                        List.of("Microsoft.AzureKeyVaultService.EKM.dll", "1", "1")),
                rows("old-2016", "EXEC master.sys.xp_dirtree N'" + folder + "', 0, 1"));
    }

    @Test
    void theOldVersionHasNoFileFunctionButTheProcedureAnswers() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("old-2016"));
                RangeClient client = RangeClient.administrator(range)) {
            assertTrue(client.run("SELECT * FROM sys.dm_os_file_exists(N'C:\\Program Files\\x.dll')")
                    .onlyError()
                    .startsWith("208 16 "));
            assertEquals(
                    List.of(List.of("0", "0", "1")),
                    client.run("EXEC master.dbo.xp_fileexist N'C:\\Program Files\\x.dll'")
                            .rows());
        }
    }

    @Test
    void oldConnectorsHaveShortThumbprintsAndTheirOwnVersions() throws IOException, SQLException {
        String sql = """
                SELECT p.version, m.file_version, DATALENGTH(k.thumbprint),
                  (SELECT COUNT(*) FROM sys.databases AS d
                   JOIN sys.dm_database_encryption_keys AS e ON e.database_id = d.database_id
                   WHERE d.state_desc = 'ONLINE' AND e.encryptor_thumbprint = k.thumbprint)
                FROM sys.cryptographic_providers AS p
                JOIN sys.dm_os_loaded_modules AS m ON m.name = p.dll_path
                JOIN sys.asymmetric_keys AS k ON k.cryptographic_provider_guid = p.guid""";
        assertEquals(List.of(List.of("13.0.811.168", "13.0:811.168", "9", "4")), rows("old-1040", sql));
        assertEquals(List.of(List.of("1.0.0.440", "1.0:0.440", "9", "4")), rows("ancient-440", sql));
    }
}
