package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.PowerShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that was cut while nothing ran: Microsoft's driver mends it without a word, if the server lets it. */
@BesideOthers
final class RecoveryTest {

    /** The driver takes a connection for idle, and looks whether it lives, after fifteen seconds without traffic. */
    private static final long IDLE_SECONDS = 16;

    private static final String WHO =
            "SELECT CONVERT(varchar(40), connection_id) FROM sys.dm_exec_connections" + " WHERE session_id = @@SPID";
    private static final String LOCK = "DECLARE @r int; EXEC @r = master.sys.sp_getapplock N'Keyturn', N'Exclusive',"
            + " N'Session', 0; SELECT @r";

    @TempDir
    private Path folder;

    private static Properties retrying(Range range, String program, int times) {
        Properties properties = RangeClient.properties(range, range.user(), range.password(), "");
        properties.put("connectRetryCount", Integer.toString(times));
        properties.put("connectRetryInterval", "1");
        properties.put("applicationName", program);
        return properties;
    }

    private static String one(RangeClient client, String sql) throws SQLException {
        return client.run(sql).rows().getFirst().getFirst();
    }

    private static void idle() throws InterruptedException {
        assertFalse(new CountDownLatch(1).await(IDLE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void theNextStatementRunsInANewSessionWithoutTheLock() throws Exception {
        try (Range mends = Range.start(RangeOptions.of("healthy").withFaults(List.of("ack-recovery")));
                Range plain = Range.start(RangeOptions.of("healthy"));
                RangeClient mended = RangeClient.connect(mends, retrying(mends, "mended", 1));
                RangeClient unwilling = RangeClient.connect(mends, retrying(mends, "unwilling", 0));
                RangeClient broken = RangeClient.connect(plain, retrying(plain, "broken", 1));
                RangeClient other = RangeClient.connect(mends, retrying(mends, "other", 0))) {
            mended.run("USE Sales");
            assertEquals("0", one(mended, LOCK));
            assertEquals("-1", one(other, LOCK));
            String before = one(mended, WHO);
            ControlClient.post(mends, "/drop?program=mended");
            ControlClient.post(mends, "/drop?program=unwilling");
            assertEquals(1, plain.drop("broken"));
            idle();
            String after = one(mended, WHO);
            assertNotEquals(before, after);
            assertEquals("Sales", one(mended, "SELECT DB_NAME()"));
            assertEquals("NoLock", one(mended, "USE master; SELECT APPLOCK_MODE('public', 'Keyturn', 'Session')"));
            assertEquals("0", one(other, LOCK));
            assertThrows(SQLException.class, () -> unwilling.run("SELECT 1"));
            assertThrows(SQLException.class, () -> broken.run("SELECT 1"));
        }
    }

    private static String script(Range range) {
        return """
                $c = New-Object System.Data.SqlClient.SqlConnection "Server=127.0.0.1,%1$d;User ID=%2$s;Password=$env:RANGE_PASSWORD;Encrypt=True;TrustServerCertificate=True;Application Name=mended;ConnectRetryInterval=1"
                $c.Open()
                function Ask($text) { $k = $c.CreateCommand(); $k.CommandText = $text; $k.ExecuteScalar() }
                Ask "USE Sales"
                $before = Ask "%3$s"
                $null = Invoke-WebRequest -Method Post "%4$s/drop?program=mended"
                while ((Ask "%3$s") -eq $before) { }
                "mended in $(Ask 'SELECT DB_NAME()')"
                """.formatted(range.port(), range.user(), WHO, range.control());
    }

    /** It looks at every statement whether the connection lives, not only after a while. */
    @Test
    void sqlClientMendsItsConnectionToo() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("ack-recovery")))) {
            Path file = Files.writeString(folder.resolve("mended.ps1"), script(range));
            var ended = PowerShell.ofAllTests()
                    .run(file, folder, Map.of("RANGE_PASSWORD", range.password()), Duration.ofMinutes(1));
            assertTrue(ended.out().contains("mended in Sales"), ended.all());
        }
    }

    @Test
    void aConnectionCutInTheMiddleOfAStatementIsNotMended() throws Exception {
        try (Range range = Range.start(
                        RangeOptions.of("healthy").withFaults(List.of("ack-recovery", "drop-after@alter-provider:1")));
                RangeClient client = RangeClient.connect(range, retrying(range, "mended", 1))) {
            assertThrows(
                    SQLException.class, () -> client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE"));
            assertFalse(range.server().instance().ekm().providers().getFirst().enabled());
            assertThrows(SQLException.class, () -> client.run("SELECT 1"));
        }
    }
}
