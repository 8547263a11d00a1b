package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that decide, repeat, say and raise, as guarded scripts do. */
final class ProceduralTest {

    private static Range range;
    private RangeClient client;

    @BeforeAll
    static void start() throws IOException {
        range = Range.start(RangeOptions.of("healthy"));
    }

    @AfterAll
    static void stop() {
        range.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        client = RangeClient.administrator(range);
    }

    @AfterEach
    void disconnect() throws SQLException {
        client.close();
    }

    private String value(String sql) throws SQLException {
        var answer = client.run(sql);
        assertEquals(List.of(), answer.errors(), sql);
        return answer.rows().getLast().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            IF EXISTS (SELECT 1 FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM') SELECT 'y' ELSE SELECT 'n' ^ y
            IF NOT EXISTS (SELECT 1 FROM sys.databases WHERE name = N'none') BEGIN SELECT 'y' END ^ y
            IF (SELECT COUNT(*) FROM sys.databases WHERE name = N'Sales') = 1 SELECT 'y' ELSE SELECT 'n' ^ y
            IF (SELECT state_desc FROM sys.databases WHERE name = N'none') = N'ONLINE' SELECT 'y' ELSE SELECT 'n' ^ n
            IF NULL = NULL SELECT 'y' ELSE IF 1 = 1 SELECT 'other' ELSE SELECT 'n' ^ other
            DECLARE @n int = 3, @m nvarchar(max) = N''; WHILE @n > 0 BEGIN SET @n -= 1; IF @n = 1 CONTINUE; SET @m += CONVERT(nvarchar(3), @n); END; SELECT @m ^ 20
            DECLARE @n int = 0; WHILE 1 = 1 BEGIN SET @n += 1; IF @n = 5 BREAK END SELECT @n ^ 5
            DECLARE @b varbinary(20) = CONVERT(varbinary(20), '0x0aFF', 1); IF @b = 0x0AFF SELECT CONVERT(varchar(44), @b, 1) ELSE SELECT 'n' ^ 0x0AFF
            DECLARE @b bit = 'true'; IF @b = 1 SELECT @b ELSE SELECT 'n' ^ 1
            DECLARE @d datetime = '2026-01-02T03:04:05'; SELECT CONVERT(varchar(30), DATEADD(day, 1, @d), 126) ^ 2026-01-03T03:04:05
            DECLARE @x int; SELECT @x = database_id FROM sys.databases WHERE name = N'msdb'; SELECT @x ^ 4
            SELECT 1; RETURN; SELECT 2 ^ 1
            IF 1 = 1 BEGIN SELECT 3 RETURN END SELECT 4 ^ 3
            DECLARE @x int = 1; SELECT @@ROWCOUNT ^ 1
            DECLARE @x int; SELECT @x = database_id FROM sys.databases WHERE database_id < 4; SELECT @@ROWCOUNT ^ 3
            SELECT name FROM sys.databases WHERE database_id < 3; IF @@ROWCOUNT = 2 SELECT @@ROWCOUNT ^ 0
            WAITFOR DELAY '00:00:00.010'; SELECT 'waited' ^ waited
            """)
    void whatIsDecidedIsWhatIsDone(String sql, String expected) throws SQLException {
        assertEquals(expected, value(sql));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', textBlock = """
            RAISERROR (N'plain', 16, 1) ^ 50000 16 1 plain
            RAISERROR (N'a %s b %d c %5d|%-5d|%05d|%x|%X|%o|%u|%i%%', 11, 7, N'x', 42, 42, 42, 42, 255, 255, 8, 9, -3) ^ 50000 11 7 a x b 42 c    42|42   |00042|ff|FF|10|9|-3%
            DECLARE @b bigint = 9876543210; RAISERROR ('%I64d %s %s', 16, 1, @b, NULL) ^ 50000 16 1 9876543210 (null) (null)
            RAISERROR ('%*d %.3s|%6.2s|%-6s|', 16, 1, 4, 7, 'abcdef', 'abc', 'x') ^ 50000 16 1    7 abc|    ab|x     |
            DECLARE @t nvarchar(max) = N'name %s', @s int = 12; RAISERROR (@t, @s, -5, N'[x]') ^ 50000 12 1 name [x]
            RAISERROR ('%d', 16, 1, 'x') ^ 2786 16 1 The data type of substitution parameter 1 does not match the expected type of the format specification.
            RAISERROR ('%z', 16, 1) ^ 2787 16 1 Invalid format specification: '%z'.
            RAISERROR ('x', 19, 1) ^ 2754 16 1 Error severity levels greater than 18 can only be specified by members of the sysadmin role, using the WITH LOG option.
            RAISERROR (12999, 16, 1) ^ 2732 16 1 Error number 12999 is invalid. The number must be from 13000 through 2147483647 and it cannot be 50000.
            RAISERROR (60000, 16, 1) ^ 18054 16 1 Error 60000, severity 16, state 1 was raised, but no message with that error number was found in sys.messages. If error is larger than 50000, make sure the user-defined message is added using sp_addmessage.
            RAISERROR (15123, 16, 3, 'opt') ^ 15123 16 3 The configuration option 'opt' does not exist, or it may be an advanced option.
            THROW 50000, N'stop %d 15%% here', 2 ^ 50000 16 2 stop %d 15% here
            THROW 49999, N'x', 1 ^ 35100 16 10 Error number 49999 in the THROW statement is outside the valid range. Specify an error number in the valid range of 50000 to 2147483647.
            THROW ^ 10704 15 1 To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.
            BREAK ^ 135 15 1 Cannot use a BREAK statement outside the scope of a WHILE statement.
            SELECT 1; CONTINUE ^ 136 15 1 Cannot use a CONTINUE statement outside the scope of a WHILE statement.
            RETURN 3 ^ 178 15 1 A RETURN statement with a return value cannot be used in this context.
            SET @none = 1 ^ 137 15 2 Must declare the scalar variable "@none".
            IF 1 = 0 EXEC sp_configure @none ^ 137 15 2 Must declare the scalar variable "@none".
            WAITFOR DELAY '99' ^ 148 15 1 Incorrect time syntax in time string '99' used with WAITFOR.
            """)
    void whatIsRaisedIsWhatIsTold(String sql, String expected) throws SQLException {
        assertEquals(expected, client.run(sql).onlyError());
    }

    @Test
    void anErrorThatIsRaisedEndsNothingAndAnErrorThatIsThrownEndsTheBatch() throws SQLException {
        var raised = client.run("PRINT N'before';\nRAISERROR (N'no', 16, 1);\nSELECT @@ERROR; SELECT @@ERROR");
        assertEquals(List.of("50000 16 1 no"), raised.errors());
        assertEquals(List.of("2"), raised.places());
        assertEquals(List.of(List.of("50000"), List.of("0")), raised.rows());
        assertEquals(List.of("0 before"), raised.infos());
        var thrown = client.run("SELECT 1;\n\nTHROW 50001, N'no', 3;\nSELECT 2");
        assertEquals("50001 16 3 no", thrown.onlyError());
        assertEquals(List.of("3"), thrown.places());
        assertEquals(List.of(List.of("1")), thrown.rows());
    }

    @Test
    void whatIsMildIsAnInfoAndWhatIsFatalEndsTheConnection() throws SQLException {
        var mild =
                client.run("RAISERROR (N'step %d', 10, 1, 3) WITH NOWAIT; SELECT @@ERROR; RAISERROR (N'x', 0, 1) WITH"
                        + " SETERROR; SELECT @@ERROR");
        assertEquals(List.of(), mild.errors());
        assertEquals(List.of("50000 step 3", "50000 x"), mild.infos());
        assertEquals(List.of(List.of("0"), List.of("50000")), mild.rows());
        var errors = client.errors("RAISERROR (N'over', 20, 1) WITH LOG; PRINT 1");
        assertTrue(errors.getFirst().startsWith("2745 16 2 Process ID "), errors.toString());
        assertThrows(SQLException.class, () -> client.run("SELECT 1"));
        assertTrue(range.server().instance().history().errorLog().stream()
                .anyMatch(l -> l.text().equals("Error: 50000, Severity: 20, State: 1.")));
    }

    @Test
    void loggingNeedsAPermission() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range)) {
            assertTrue(reader.run("RAISERROR ('x', 16, 1) WITH LOG").onlyError().startsWith("2778 16 1 Only System"));
            assertTrue(reader.run("RAISERROR ('x', 20, 1) WITH LOG").onlyError().startsWith("2754 16 1 "));
        }
    }

    @Test
    void aGuardedActRunsOnceSaysAlreadyTheSecondTimeAndStopsOnAThirdState() throws SQLException {
        String old = value("SELECT dll_path FROM sys.cryptographic_providers");
        String now = old.replace("\\Microsoft.AzureKeyVaultService", "\\15.0.2000.440\\Microsoft.AzureKeyVaultService");
        String script = """
                SET NOCOUNT ON;
                IF EXISTS (SELECT 1 FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM' AND dll_path = N'%2$s')
                    PRINT N'already so'
                ELSE IF NOT EXISTS (SELECT 1 FROM sys.cryptographic_providers WHERE name = N'AzureKeyVault_EKM' AND dll_path = N'%1$s')
                BEGIN
                    RAISERROR (N'The provider has moved on: nothing was changed.', 16, 1);
                    RETURN
                END
                ELSE
                    ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'%2$s';
                SELECT 'end'
                """.formatted(old, now);
        var first = client.run(script);
        assertEquals(List.of(), first.errors());
        assertEquals(now, value("SELECT dll_path FROM sys.cryptographic_providers"));
        assertEquals(List.of("0 already so"), client.run(script).infos());
        client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + old + "'");
        var third = client.run(script.replace(old, "C:\\elsewhere.dll"));
        assertEquals("50000 16 1 The provider has moved on: nothing was changed.", third.onlyError());
        assertEquals(List.of("6"), third.places());
        assertEquals(List.of(), third.rows());
    }
}
