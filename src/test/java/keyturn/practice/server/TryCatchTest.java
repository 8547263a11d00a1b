package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRY takes what may be taken, CATCH sees it, and a transaction knows whether it is lost. */
@BesideOthers
final class TryCatchTest {

    private static final String SEEN = "SELECT CONCAT(ERROR_NUMBER(), ' ', ERROR_SEVERITY(), ' ', ERROR_STATE(), ' ',"
            + " ERROR_LINE(), ' ', ISNULL(ERROR_PROCEDURE(), '-'), ' ', LEFT(ERROR_MESSAGE(), 24))";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT 1 / 0                                         | 8134 16 1 2 - Divide by zero error enc
            RAISERROR (N'mine %d', 14, 5, 3)                     | 50000 14 5 2 - mine 3
            THROW 50007, N'mine', 9                              | 50007 16 9 2 - mine
            EXEC sp_configure 'none', 1                          | 15123 16 1 62 sp_configure The configuration option
            EXEC nothing_here                                    | 2812 16 62 2 - Could not find stored pr
            DECLARE @x int = CAST('x' AS int)                    | 245 16 1 2 - Conversion failed when c
            EXEC (N'~SELECT none FROM sys.databases')            | 207 16 1 2 - Invalid column name 'non
            EXEC sys.sp_executesql N'SELECT * FROM sys.none'     | 208 16 1 1 - Invalid object name 'sys
            EXEC (N'SELECT * FROM')                              | 102 15 1 1 - Incorrect syntax near 'F
            BACKUP LOG Archive TO DISK = N'NUL' WITH COPY_ONLY   | 3013 16 1 2 - BACKUP LOG is terminatin
            ALTER DATABASE none SET OFFLINE                      | 5069 16 1 2 - ALTER DATABASE statement
            """)
    void theCatchBlockSeesTheError(String sql, String seen) throws SQLException {
        var answer = client.run("BEGIN TRY\n" + sql.replace('~', '\n') + "\nSELECT 'not reached' END TRY BEGIN CATCH "
                + SEEN + "; END CATCH; SELECT ERROR_NUMBER()");
        assertEquals(List.of(), answer.errors());
        assertEquals(List.of(List.of(seen), List.of("null")), last(answer.rows(), 2));
    }

    private static List<List<String>> last(List<List<String>> rows, int count) {
        return rows.subList(rows.size() - count, rows.size());
    }

    @Test
    void aNameThatDoesNotBindIsNotTakenInItsOwnTextButInTheOneAround() throws SQLException {
        String inner = "BEGIN TRY SELECT * FROM sys.none END TRY BEGIN CATCH SELECT 'no' END CATCH SELECT 'nor this'";
        var alone = client.run(inner);
        assertEquals("208 16 1 Invalid object name 'sys.none'.", alone.onlyError());
        assertEquals(List.of(), alone.rows());
        var around = client.run("BEGIN TRY EXEC (N'" + inner.replace("'", "''")
                + "') END TRY BEGIN CATCH SELECT ERROR_NUMBER() END CATCH SELECT 'on'");
        assertEquals(List.of(), around.errors());
        assertEquals(List.of(List.of("208"), List.of("on")), around.rows());
    }

    @Test
    void whatIsMildIsNotTaken() throws SQLException {
        var answer = client.run(
                "BEGIN TRY RAISERROR ('mild', 10, 1); SELECT 'on' END TRY BEGIN CATCH SELECT 'no' END CATCH");
        assertEquals(List.of("50000 mild"), answer.infos());
        assertEquals(List.of(List.of("on")), answer.rows());
    }

    @Test
    void throwAgainTellsAllThatWasTakenAsItWas() throws SQLException {
        var answer = client.run("""
                BEGIN TRY
                    RAISERROR (N'first', 15, 4)
                END TRY
                BEGIN CATCH
                    PRINT N'catching ' + ERROR_MESSAGE();
                    THROW;
                END CATCH
                SELECT 'not reached'
                """);
        assertEquals("50000 15 4 first", answer.onlyError());
        assertEquals(List.of("2"), answer.places());
        assertEquals(List.of("0 catching first"), answer.infos());
        assertEquals(List.of(), answer.rows());
        String backup =
                "BEGIN TRY BACKUP LOG Archive TO DISK = N'NUL' WITH COPY_ONLY END TRY BEGIN CATCH THROW END CATCH";
        assertEquals(
                List.of("4208", "3013"),
                client.errors(backup).stream().map(e -> e.split(" ")[0]).toList());
    }

    @Test
    void nestedBlocksSeeTheirOwnErrors() throws SQLException {
        var answer = client.run("""
                BEGIN TRY
                    BEGIN TRY THROW 50001, 'a', 1 END TRY
                    BEGIN CATCH
                        BEGIN TRY THROW 50002, 'b', 1 END TRY BEGIN CATCH SELECT ERROR_NUMBER() END CATCH
                        SELECT ERROR_NUMBER();
                        THROW 50003, 'c', 1
                    END CATCH
                END TRY
                BEGIN CATCH
                    SELECT ERROR_NUMBER(), @@ERROR
                END CATCH
                """);
        assertEquals(List.of(), answer.errors());
        assertEquals(List.of(List.of("50002"), List.of("50001"), List.of("50003", "50003")), answer.rows());
    }

    @Test
    void loopsAndReturnsLeaveATryBlock() throws SQLException {
        var answer = client.run("""
                DECLARE @n int = 0
                WHILE @n < 5
                BEGIN
                    BEGIN TRY SET @n += 1; IF @n = 1 CONTINUE; IF @n = 3 BREAK; SELECT 1 / 0 END TRY
                    BEGIN CATCH SELECT @n END CATCH
                END
                BEGIN TRY RETURN END TRY BEGIN CATCH SELECT 'no' END CATCH
                SELECT 'nor this'
                """);
        assertEquals(List.of(List.of("2")), answer.rows());
        assertEquals(List.of(), client.run("SELECT 'x' WHERE 1 = 0").errors());
        assertEquals("8134", client.run("SELECT 1 / 0").onlyError().split(" ")[0], "no TRY is left open");
    }

    @Test
    void xactAbortEndsTheBatchAndTheTransactionButNotForARaisedError() throws SQLException {
        var divided = client.run("SET XACT_ABORT ON; BEGIN TRAN; SELECT 1 / 0; SELECT 'not reached'");
        assertEquals("8134", divided.onlyError().split(" ")[0]);
        assertEquals(List.of(), divided.rows());
        assertEquals(List.of(List.of("0")), client.run("SELECT @@TRANCOUNT").rows());
        var raised = client.run("BEGIN TRAN; RAISERROR ('x', 16, 1); SELECT @@TRANCOUNT, XACT_STATE(); ROLLBACK");
        assertEquals(List.of(List.of("1", "1")), raised.rows());
        client.run("BEGIN TRAN");
        client.run("THROW 50000, 'x', 1");
        assertEquals(List.of(List.of("0")), client.run("SELECT @@TRANCOUNT").rows());
    }

    @Test
    void aDoomedTransactionCanOnlyBeRolledBack() throws SQLException {
        String doomed =
                "SET XACT_ABORT ON; BEGIN TRAN; BEGIN TRY SELECT 1 / 0 END TRY BEGIN CATCH SELECT XACT_STATE(); ";
        var rolled = client.run(doomed + "ROLLBACK; SELECT XACT_STATE() END CATCH");
        assertEquals(List.of(), rolled.errors());
        assertEquals(List.of(List.of("-1"), List.of("0")), rolled.rows());
        assertEquals(
                List.of("3930", "3998"),
                client.run(doomed + "COMMIT END CATCH").errors().stream()
                        .map(e -> e.split(" ")[0])
                        .toList());
        assertEquals(List.of(List.of("0")), client.run("SELECT @@TRANCOUNT").rows());
    }

    @Test
    void aConversionEndsEverythingAndWhatItIsInToo() throws SQLException {
        var answer = client.run("EXEC (N'SELECT CAST(''x'' AS int)'); SELECT 'not reached'");
        assertEquals("245", answer.onlyError().split(" ")[0]);
        assertEquals(List.of(), answer.rows());
        var name = client.run("EXEC (N'SELECT * FROM sys.none; SELECT 1'); SELECT @@ERROR");
        assertEquals("208", name.onlyError().split(" ")[0]);
        assertEquals(List.of(List.of("208")), name.rows());
    }
}
