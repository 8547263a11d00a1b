package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each view, function and value goes over the wire as the type that it is declared with. */
@BesideOthers
final class EveryViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "old-2016", "ag3", "fci2", "mirrored", "busy", "not-open", "case-sensitive"})
    void everyViewCanBeReadWhole(String scenario) throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of(scenario));
                RangeClient client = RangeClient.administrator(range)) {
            List<List<String>> names = client.run("SELECT SCHEMA_NAME(schema_id) + '.' + name FROM sys.system_views")
                    .rows();
            assertTrue(names.size() > 35);
            for (List<String> name : names) {
                assertEquals(
                        List.of(),
                        client.run("SELECT * FROM " + name.getFirst()).errors(),
                        name::getFirst);
            }
            for (String table : List.of(
                    "backupset",
                    "backupmediafamily",
                    "log_shipping_primary_databases",
                    "log_shipping_secondary_databases",
                    "sysjobs",
                    "sysjobsteps",
                    "sysjobschedules",
                    "sysschedules",
                    "sysjobactivity",
                    "syssessions")) {
                assertEquals(
                        List.of(), client.run("SELECT * FROM msdb.dbo." + table).errors());
            }
        }
    }

    @Test
    void functionsAnswer() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range)) {
            for (String from : List.of(
                    "sys.dm_cryptographic_provider_sessions(1)",
                    "sys.dm_cryptographic_provider_keys(1)",
                    "sys.dm_cryptographic_provider_algorithms(1)",
                    "sys.dm_os_file_exists(N'C:\\Program Files')",
                    "sys.fn_my_permissions(NULL, 'SERVER')")) {
                var answer = client.run("SELECT * FROM " + from);
                assertEquals(List.of(), answer.errors(), from);
                assertFalse(answer.rows().isEmpty(), from);
            }
            assertEquals(
                    List.of(List.of(
                            "PRACTICE01\\KEYTURN", "16.0.4225.2", "3", "PRACTICE01\\KEYTURN", "ONLINE", "practice")),
                    client.run("SELECT SERVERPROPERTY('ServerName'), SERVERPROPERTY('ProductVersion'),"
                                    + " SERVERPROPERTY('EngineEdition'), @@SERVERNAME,"
                                    + " DATABASEPROPERTYEX('Sales', 'Status'), SUSER_SNAME()")
                            .rows());
            assertEquals(
                    List.of(),
                    client.run(
                                    "SELECT @@VERSION, @@SPID, @@ERROR, @@ROWCOUNT, @@LANGUAGE, @@MAX_PRECISION, SUSER_SID(),"
                                            + " SYSTEM_USER, CURRENT_USER, USER_NAME(), HOST_NAME(), APP_NAME(),"
                                            + " IS_SRVROLEMEMBER('sysadmin'), HAS_DBACCESS('Sales'), DB_ID('Sales'),"
                                            + " CONNECTIONPROPERTY('net_transport'), XACT_STATE(), ORIGINAL_LOGIN()")
                            .errors());
            assertEquals(
                    List.of(List.of("1", "0", "1")),
                    client.run("EXEC master.dbo.xp_fileexist N'C:\\Program Files\\SQL Server Connector for Microsoft"
                                    + " Azure Key Vault\\Microsoft.AzureKeyVaultService.EKM.dll'")
                            .rows());
            assertFalse(client.run("EXEC sp_readerrorlog").rows().isEmpty());
        }
    }
}
