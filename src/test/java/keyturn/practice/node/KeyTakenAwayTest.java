package keyturn.practice.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A key is taken away in the vault by Microsoft's library for node, and given back; what that means to the SQL Server is
 * seen by FreeTDS. Neither knows of the other, nor of our code.
 */
final class KeyTakenAwayTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String ROWS = "SELECT who FROM Ledger.dbo.kept";
    private static final String STATES =
            "SELECT name + '=' + state_desc FROM sys.databases WHERE name IN ('Ledger', 'Reporting')";

    @TempDir
    private Path folder;

    /** What FreeTDS prints of batches, errors too. */
    private String tsql(Range range, String... batches) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("freetds.conf"),
                "[range]%nhost=127.0.0.1%nport=%d%ntds version=7.4%n".formatted(range.port()));
        return Command.of(Tools.require("tsql"), "-S", "range", "-U", range.user(), "-P", range.password())
                .with("FREETDSCONF", settings.toString())
                .typing(String.join("\ngo\n", batches) + "\ngo\nexit\n")
                .run(LIMIT)
                .all();
    }

    /** The lines of the ERRORLOG that hold the code. */
    private String log(Range range, int code) throws IOException {
        return tsql(range, "EXEC sys.xp_readerrorlog 0, 1, N'Provider error code: " + code + "'");
    }

    @ParameterizedTest
    @CsvSource({"delete, recover, 3112", "disable, enable, 3113"})
    void theDatabaseWaitsUntilItsKeyIsBack(String away, String back, int code) throws IOException {
        Path ready = folder.resolve("ready.json");
        try (Range range = Range.start(RangeOptions.of("healthy").withReady(ready))) {
            String made = tsql(
                    range,
                    "CREATE TABLE Ledger.dbo.kept (who nvarchar(20))",
                    "INSERT Ledger.dbo.kept VALUES (N'somebody')",
                    ROWS);
            assertTrue(made.contains("somebody"), made);

            NodeScript.run("take-away.mjs", ready, range.certificate(), away, "tde-key-2024")
                    .ok("restart");
            String gone = tsql(range, STATES, ROWS);
            assertTrue(gone.contains("Ledger=RECOVERY_PENDING") && gone.contains("Reporting=ONLINE"), gone);
            assertTrue(gone.contains("Msg 945") && !gone.contains("somebody"), gone);
            assertTrue(log(range, code).contains("Key with thumbprint"), "ERRORLOG says why");

            NodeScript.run("take-away.mjs", ready, range.certificate(), back, "tde-key-2024")
                    .ok("restart");
            String there = tsql(range, STATES, ROWS);
            assertTrue(there.contains("Ledger=ONLINE") && there.contains("somebody"), there);
            assertFalse(log(range, code).contains("Key with thumbprint"), "a sound start has nothing to say of it");
        }
    }
}
