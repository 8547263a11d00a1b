package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FreeTDS and System.Data.SqlClient see what Microsoft's Java driver sees. */
@BesideOthers
class OtherClientsTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final TestServer range = new TestServer();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        range.close();
        assertEquals(0, range.server.connections(), "connections left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "request", "require"})
    void tsqlReadsRowsAndErrors(String encryption) throws IOException {
        Path tsql = Tools.require("tsql");
        Command.Ended outcome = run(
                tsql,
                freetds(encryption),
                "rows 3\ngo\nfail\ngo\nmixed\ngo\nselect 1\ngo\nexit\n",
                "-S",
                "range",
                "-U",
                "sa",
                "-P",
                "S3cret!ü");
        String text = outcome.all();
        assertTrue(text.contains("row 2"), text);
        assertTrue(text.contains("Msg 50001 (severity 16, state 7) from PRACTICE, Procedure myproc Line 3"), text);
        assertTrue(text.contains("boom at line 3 é"), text);
        assertTrue(text.contains("12.50"), text);
    }

    @Test
    void tsqlReadsEveryType() throws IOException {
        Path tsql = Tools.require("tsql");
        var samples = DriverTypesTest.samples()
                .filter(sample -> sample.text().length() < 100)
                .toList();
        range.backend.types(
                samples.stream()
                        .map(sample -> new Backend.ResultColumn("c", sample.type(), true))
                        .toList(),
                List.of(
                        samples.stream().map(DriverTypesTest.Sample::value).toArray(),
                        samples.stream().map(DriverTypesTest.Sample::value).toArray()));
        Command.Ended outcome =
                run(tsql, freetds("request"), "types\ngo\nexit\n", "-S", "range", "-U", "sa", "-P", "S3cret!ü");
        String text = outcome.all();
        assertTrue(text.contains("(2 rows affected)"), text);
        assertTrue(text.contains("99999999999999999999999999999999999999"), text);
        assertTrue(text.contains("<a>é</a>"), text);
        assertTrue(text.contains("\uD83D\uDD11 κλειδί"), text);
        assertTrue(text.contains("00112233-4455-6677-8899-AABBCCDDEEFF"), text);
    }

    @Test
    void bsqldbRunsAFileAndStopsAtAnErrorWithItsSeverity() throws IOException {
        Path bsqldb = Tools.require("bsqldb");
        Path script = Files.writeString(folder.resolve("script.sql"), "rows 2\ngo\nfail\ngo\n");
        Command.Ended outcome = run(
                bsqldb, freetds("request"), "", "-S", "range", "-U", "sa", "-P", "S3cret!ü", "-i", script.toString());
        assertTrue(outcome.all().contains("row 0"), outcome.all());
        assertTrue(outcome.all().contains("50001"), outcome.all());
        assertEquals(16, outcome.exit(), outcome.all());
    }

    private Map<String, String> freetds(String encryption) throws IOException {
        Path settings = Files.writeString(folder.resolve("freetds.conf"), """
                [range]
                host=127.0.0.1
                port=%d
                tds version=7.4
                client charset=UTF-8
                encryption=%s
                """.formatted(range.port(), encryption));
        return Map.of("FREETDSCONF", settings.toString(), "LC_ALL", "C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"False", "True"})
    void sqlClientReadsRowsErrorsParametersAndTransactions(String encrypt) throws IOException {
        Path pwsh = Tools.require("pwsh");
        Path script = folder.resolve("client.ps1");
        Files.writeString(script, "\uFEFF" + """
                $c = New-Object System.Data.SqlClient.SqlConnection "Server=127.0.0.1,%d;User ID=sa;Password=S3cret!ü;Encrypt=%s;TrustServerCertificate=True;Application Name=Keyturn/1/act;Connect Timeout=15"
                $c.add_InfoMessage({ param($s, $e) foreach ($i in $e.Errors) { Write-Output "info $($i.Number) $($i.Message)" | Out-Host } })
                $c.Open()
                "version $($c.ServerVersion) database $($c.Database)"
                $k = $c.CreateCommand()
                $k.CommandText = 'fail'
                try { [void]$k.ExecuteNonQuery() } catch {
                    $e = $_.Exception.InnerException.Errors[0]
                    "error $($e.Number) class $($e.Class) state $($e.State) line $($e.LineNumber) proc $($e.Procedure) server $($e.Server) text $($e.Message)"
                }
                $k.CommandText = 'types'
                $r = $k.ExecuteReader()
                while ($r.Read()) { for ($i = 0; $i -lt $r.FieldCount; $i++) { "v$i $($r.GetDataTypeName($i)) $($r.GetValue($i))" } }
                $r.Close()
                $k.CommandText = 'echo @a, @b'
                [void]$k.Parameters.AddWithValue('@a', 'κλειδί')
                [void]$k.Parameters.AddWithValue('@b', 42)
                $k.Parameters[0].Size = 50
                $r = $k.ExecuteReader(); [void]$r.Read(); "echo $($r[0]) $($r[1])"; $r.Close()
                $k.Parameters[1].DbType = 'Int32'; $k.Parameters[0].DbType = 'String'
                $k.Prepare()
                foreach ($n in 1..4) { $r = $k.ExecuteReader(); [void]$r.Read(); "prepared $($r[1])"; $r.Close() }
                $t = $c.BeginTransaction()
                $p = New-Object System.Data.SqlClient.SqlCommand 'known_procedure', $c, $t
                $p.CommandType = 'StoredProcedure'
                $o = $p.Parameters.Add('@out', 'Int'); $o.Direction = 'Output'
                $v = $p.Parameters.Add('@ret', 'Int'); $v.Direction = 'ReturnValue'
                [void]$p.ExecuteNonQuery()
                "out $($o.Value) returned $($v.Value)"
                $t.Commit()
                $k = $c.CreateCommand(); $k.CommandText = 'hush'; $k.CommandTimeout = 1
                try { [void]$k.ExecuteNonQuery() } catch { "timeout $($_.Exception.InnerException.Number)" }
                $c.ChangeDatabase('sales')
                "now $($c.Database)"
                $c.Close()
                $c.Open(); $k.CommandText = 'rows 3'; $k.CommandTimeout = 30
                $r = $k.ExecuteReader(); $n = 0; while ($r.Read()) { $n++ }; "again $n"
                $c.Close()
                try { (New-Object System.Data.SqlClient.SqlConnection "Server=127.0.0.1,%d;User ID=sa;Password=no;Encrypt=%s;TrustServerCertificate=True;ConnectRetryCount=0").Open() } catch { "login $($_.Exception.InnerException.Number) state $($_.Exception.InnerException.State)" }
                """.formatted(range.port(), encrypt, range.port(), encrypt));
        var samples = DriverTypesTest.samples()
                .filter(sample -> sample.text().length() < 30)
                .toList();
        List<Object> values =
                samples.stream().map(DriverTypesTest.Sample::value).toList();
        range.backend.types(
                Stream.of(true, false)
                        .flatMap(nullable ->
                                samples.stream().map(sample -> new Backend.ResultColumn("c", sample.type(), nullable)))
                        .toList(),
                List.<Object[]>of(
                        Stream.of(values, values).flatMap(List::stream).toArray()));
        Command.Ended outcome =
                run(pwsh, Map.of("POWERSHELL_TELEMETRY_OPTOUT", "1"), "", "-NoProfile", "-File", script.toString());
        String text = outcome.all();
        assertEquals(0, outcome.exit(), text);
        assertTrue(text.contains("version 16.00.4225 database master"), text);
        assertTrue(
                text.contains(
                                "error 50001 class 16 state 7 line 3 proc myproc server 127.0.0.1,%d text boom at line 3 é"
                                        .formatted(range.port()))
                        || text.contains("server PRACTICE text boom at line 3 é"),
                text);
        assertTrue(text.contains("v%d datetime2 01/02/2026 03:04:05".formatted(2 * samples.size() - 1)), text);
        assertTrue(text.contains("echo κλειδί 42"), text);
        assertTrue(text.contains("prepared 42"), text);
        assertTrue(text.contains("out 99 returned 42"), text);
        assertTrue(text.contains("timeout -2"), text);
        assertTrue(text.contains("now [sales]"), text);
        assertTrue(text.contains("again 3"), text);
        assertTrue(text.contains("login 18456 state 1"), text);
        assertEquals(encrypt.equals("True"), range.backend.logins.getFirst().encrypted());
        assertEquals("Keyturn/1/act", range.backend.logins.getFirst().program());
    }

    private Command.Ended run(Path tool, Map<String, String> environment, String input, String... arguments) {
        List<String> words =
                Stream.concat(Stream.of(tool.toString()), Stream.of(arguments)).toList();
        return new Command(words, folder, environment, input).run(LIMIT);
    }
}
