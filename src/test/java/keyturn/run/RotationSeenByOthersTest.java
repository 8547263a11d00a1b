package keyturn.run;

import static keyturn.run.Rotations.approved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rotation has left, as a client reads it that shares no code with Java's: the driver under Microsoft's sqlcmd. */
final class RotationSeenByOthersTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** One line a fact: who, and what. */
    private static final String END = """
            SET NOCOUNT ON;
            SELECT N'dek:' + DB_NAME(k.database_id) + N':' + ISNULL(a.name, N'?') + N':' + k.encryptor_type
              + N':' + CONVERT(nvarchar(10), k.encryption_state)
            FROM sys.dm_database_encryption_keys AS k
            LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id > 4 ORDER BY 1;
            SELECT N'chain:' + a.name + N':' + s.name + N':' + c.name + N':' + c.credential_identity
            FROM master.sys.asymmetric_keys AS a
            JOIN sys.server_principals AS s ON s.sid = a.sid
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id ORDER BY 1;
            SELECT N'temporary:' + c.name FROM sys.credentials AS c WHERE c.name LIKE N'%temporary%';
            GO
            """;

    @TempDir
    Path folder;

    @Test
    void theDatabasesHangOnTheNewKeyItsLoginItsCredentialAndTheVault() throws Exception {
        Path client = Tools.require("sqlrun");
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            Map<String, String> before = facts(client, range);
            assertInstanceOf(RunResult.Completed.class, Rotations.run(world, approved(world, "Sales", "Archive")));
            Map<String, String> after = facts(client, range);

            assertEquals("NEW_KEY:ASYMMETRIC KEY:3", after.get("dek:Sales"));
            assertEquals("NEW_KEY:ASYMMETRIC KEY:3", after.get("dek:Archive"));
            assertEquals("TDE_Key_2024:ASYMMETRIC KEY:3", after.get("dek:Ledger"));
            assertEquals("NEW_LOGIN:NEW_CRED:keyturn-practice-vault", after.get("chain:NEW_KEY"));
            assertEquals(before.get("chain:TDE_Key_2024"), after.get("chain:TDE_Key_2024"), "what was there stays");
            assertTrue(after.keySet().stream().noneMatch(name -> name.startsWith("temporary:")), after.toString());
        }
    }

    private Map<String, String> facts(Path client, Range range) throws Exception {
        Path script = Files.writeString(folder.resolve("end.sql"), END);
        var ended = Command.of(
                        client,
                        "-b",
                        "-i",
                        script,
                        "-S",
                        "127.0.0.1," + range.port(),
                        "-U",
                        range.user(),
                        "-J",
                        range.certificate())
                .with("SQLCMDPASSWORD", range.password())
                .run(LIMIT);
        assertEquals(0, ended.exit(), ended.all());
        return ended.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(dek|chain|temporary):.*"))
                .map(line -> List.of(line.split(":", 3)))
                .collect(Collectors.toMap(
                        parts -> parts.get(0) + ":" + parts.get(1), parts -> parts.size() > 2 ? parts.get(2) : ""));
    }
}
