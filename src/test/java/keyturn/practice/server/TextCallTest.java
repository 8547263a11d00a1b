package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Text that a text runs: in another database, with parameters, with what it leaves behind and what it does not. */
final class TextCallTest {

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

    @Test
    void itRunsInTheDatabaseThatIsNamedAndComesBack() throws SQLException {
        var answer = client.run("""
                DECLARE @where sysname, @thumb varbinary(20) = 0x0102, @back varbinary(20), @n bigint = 7, @r int = -1;
                EXEC @r = [Sales].sys.sp_executesql N'SET @name = DB_NAME(); SET @out = @in + 0x03; SET @n = @n * 2',
                    N'@in varbinary(20), @out varbinary(20) OUTPUT, @n bigint OUTPUT, @name sysname OUTPUT',
                    @thumb, @back OUTPUT, @n = @n OUTPUT, @name = @where OUTPUT;
                SELECT @where, DB_NAME(), CONVERT(varchar(20), @back, 1), @n, @r
                """);
        assertEquals(List.of(), answer.errors());
        assertEquals(List.of(List.of("Sales", "master", "0x010203", "14", "0")), answer.rows());
    }

    @Test
    void whatIsNotMarkedAsOutputStaysAsItWas() throws SQLException {
        assertEquals(
                List.of(List.of("1")),
                client.run("DECLARE @x int = 1; EXEC sp_executesql N'SET @p = 5', N'@p int OUTPUT', @p = @x; SELECT @x")
                        .rows());
    }

    @Test
    void whatItSetsIsItsOwn() throws SQLException {
        var answer = client.run("""
                SET XACT_ABORT OFF;
                EXEC sys.sp_executesql N'SET XACT_ABORT ON; USE Sales; DECLARE @x int = 1; SELECT DB_NAME()';
                DECLARE @x int = 2;
                SELECT 1 / 0;
                SELECT DB_NAME()
                """);
        assertEquals("8134", answer.onlyError().split(" ")[0]);
        assertEquals(List.of(List.of("Sales"), List.of("master")), answer.rows());
    }

    @Test
    void anErrorInsideHasTheLineInsideAndLeavesItsNumber() throws SQLException {
        var answer = client.run(
                "\n\nDECLARE @r int; EXEC @r = sys.sp_executesql N'\nSELECT 1;\nRAISERROR (N''in'', 16, 1)';\nSELECT @r");
        assertEquals("50000 16 1 in", answer.onlyError());
        assertEquals(List.of("3"), answer.places());
        assertEquals(List.of(List.of("1"), List.of("50000")), answer.rows());
        var thrown = client.run("EXEC Sales.sys.sp_executesql N'THROW 50009, N''in'', 1'; SELECT 'not reached'");
        assertEquals("50009 16 1 in", thrown.onlyError());
        assertEquals(List.of(), thrown.rows());
        assertEquals(List.of(List.of("master")), client.run("SELECT DB_NAME()").rows());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EXEC sp_executesql 'SELECT 1'                              | 214 16 2 Procedure expects parameter '@statement' of type 'ntext/nchar/nvarchar'.
            EXEC sp_executesql N'SELECT 1', '@x int', 1                | 214 16 3 Procedure expects parameter '@parameters' of type 'ntext/nchar/nvarchar'.
            EXEC sp_executesql N'SELECT @x', N'@x int'                 | 8178 16 1 The parameterized query '(@x int)SELECT @x' expects the parameter '@x', which was not supplied.
            EXEC sp_executesql N'SELECT 1', N'@x int', 1, 2            | 8144 16 2 Procedure or function  has too many arguments specified.
            EXEC sp_executesql N'SELECT @x', N'@x int', 'abc'          | 8114 16 5 Error converting data type varchar to int.
            EXEC none.sys.sp_executesql N'SELECT 1'                    | 911 16 1 Database 'none' does not exist. Make sure that the name is entered correctly.
            DECLARE @q nvarchar(max) = N'EXEC (@q)'; EXEC sp_executesql N'EXEC sp_executesql @q, N''@q nvarchar(max)'', @q', N'@q nvarchar(max)', N'EXEC sp_executesql @q, N''@q nvarchar(max)'', @q' | 217 16 1 Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).
            """)
    void whatCannotBeCalledIsRefused(String sql, String error) throws SQLException {
        assertEquals(error, client.run(sql).onlyError());
    }

    @Test
    void aDatabaseThatIsNotOpenTakesNoText() throws SQLException {
        client.run("ALTER DATABASE Staging SET OFFLINE WITH ROLLBACK IMMEDIATE");
        var answer = client.run("EXEC [Staging].sys.sp_executesql N'SELECT 1'; SELECT DB_NAME()");
        assertTrue(answer.onlyError().startsWith("942 14 4 Database 'Staging' cannot be opened"), answer.onlyError());
        assertEquals(List.of(List.of("master")), answer.rows());
        client.run("ALTER DATABASE Staging SET ONLINE");
    }
}
