package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables through the driver: temporary ones, variables, those of a database; what fills and changes them. */
final class TableTest {

    private Range range;
    private RangeClient client;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy"));
        client = RangeClient.administrator(range);
    }

    @AfterEach
    void stop() throws SQLException {
        client.close();
        range.close();
    }

    private List<List<String>> rows(String sql) throws SQLException {
        var answer = client.run(sql);
        assertEquals(List.of(), answer.errors(), sql);
        return answer.rows();
    }

    private String error(String sql) throws SQLException {
        return client.run(sql).onlyError();
    }

    @Test
    void aTemporaryTableHasDefaultsIdentityAndComputedColumns() throws SQLException {
        rows("CREATE TABLE #t (id int IDENTITY(10, 5) PRIMARY KEY, name nvarchar(20) NOT NULL, n int DEFAULT (5),"
                + " twice AS n * 2)");
        rows("INSERT INTO #t (name) VALUES (N'a'), (N'b')");
        assertEquals(List.of(List.of("10", "a", "5", "10"), List.of("15", "b", "5", "10")), rows("SELECT * FROM #t"));
        rows("INSERT #t (name, n) SELECT name, database_id FROM sys.databases WHERE database_id = 2");
        assertEquals(
                List.of(List.of("20", "20", "tempdb", "4")),
                rows("SELECT SCOPE_IDENTITY(), @@IDENTITY, name, twice FROM #t WHERE id = @@IDENTITY"));
        rows("INSERT #t (name) VALUES (N'z'); DELETE #t WHERE id = 15; UPDATE #t SET n = DEFAULT WHERE n = 2");
        assertEquals(List.of(List.of("10,20,25 5")), rows("""
                SELECT STRING_AGG(CAST(id AS varchar(9)), ',') WITHIN GROUP (ORDER BY id) + ' '
                       + CAST(MAX(n) AS varchar(9)) FROM #t"""));
    }

    @Test
    void outputTellsTheRowsBeforeAndAfter() throws SQLException {
        rows("CREATE TABLE #t (a int, b varchar(10))");
        assertEquals(
                List.of(List.of("1"), List.of("2")), rows("INSERT #t OUTPUT inserted.a VALUES (1, 'x'), (2, 'y')"));
        assertEquals(
                List.of(List.of("x", "x!")),
                rows("UPDATE t SET b = b + '!' OUTPUT deleted.b, inserted.b FROM #t t WHERE t.a = 1"));
        assertEquals(
                List.of(List.of("2", "y")),
                rows("DECLARE @gone TABLE (a int, b varchar(10));"
                        + " DELETE FROM #t OUTPUT deleted.* INTO @gone WHERE a = 2; SELECT * FROM @gone"));
    }

    @Test
    void rowsAreDeletedThroughACommonTableExpression() throws SQLException {
        rows("CREATE TABLE #t (a int, b int); INSERT #t VALUES (1, 1), (1, 2), (2, 3), (2, 4)");
        rows(
                "WITH c AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) AS n FROM #t) DELETE FROM c WHERE n > 1");
        assertEquals(List.of(List.of("1", "1"), List.of("2", "3")), rows("SELECT * FROM #t"));
    }

    @Test
    void whatATableDoesNotTakeIsRefusedByNumber() throws SQLException {
        rows(
                "CREATE TABLE #t (id int IDENTITY PRIMARY KEY, name varchar(3) NOT NULL, n int CONSTRAINT few CHECK (n < 9))");
        rows("INSERT #t (name) VALUES ('a')");
        assertTrue(error("SET IDENTITY_INSERT #t ON; INSERT #t (id, name) VALUES (1, 'b')")
                .startsWith("2627 14 1 Violation of PRIMARY KEY constraint 'PK__#t__"));
        rows("SET IDENTITY_INSERT #t OFF");
        assertTrue(error("INSERT #t (name) VALUES (NULL)")
                .startsWith("515 16 2 Cannot insert the value NULL into column 'name', table 'tempdb.dbo.#t___"));
        assertTrue(error("INSERT #t (name) VALUES ('long')").endsWith("column 'name'. Truncated value: 'lon'."));
        assertTrue(error("INSERT #t (name, n) VALUES ('c', 9)")
                .startsWith("547 16 0 The INSERT statement conflicted with the CHECK constraint \"few\"."));
        assertTrue(error("UPDATE #t SET n = 10").startsWith("547 16 0 The UPDATE statement"));
        assertTrue(error("INSERT #t (id, name) VALUES (7, 'b')").startsWith("544 16 1 "));
        assertTrue(error("INSERT #t VALUES (7, 'b', 1)").startsWith("8101 16 1 "));
        assertTrue(error("INSERT #t VALUES (7)").startsWith("213 16 1 "));
        assertTrue(error("INSERT #t (name, n) VALUES ('b')").startsWith("109 15 1 "));
        assertTrue(error("INSERT #t (name) VALUES ('b', 1)").startsWith("110 15 1 "));
        assertTrue(error("INSERT #t (name, name) VALUES ('b', 'c')").startsWith("264 16 1 "));
        assertTrue(error("INSERT #t (nope) VALUES ('b')").startsWith("207 16 1 "));
        assertTrue(error("INSERT #nope VALUES ('b')").startsWith("208 16 "));
        assertTrue(error("CREATE TABLE #t (a int)").startsWith("2714 16 6 "));
        assertTrue(error("DROP TABLE #nope").startsWith("3701 11 5 Cannot drop the table '#nope'"));
        assertTrue(error("INSERT sys.databases (name) VALUES ('x')").startsWith("259 16 1 "));
        assertEquals(List.of(List.of("1")), rows("SELECT COUNT(*) FROM #t"));
        assertEquals(
                List.of("3621 The statement has been terminated."),
                client.run("INSERT #t (name) VALUES (NULL)").infos());
    }

    @Test
    void rollbackBringsTablesBackButNotVariables() throws SQLException {
        rows("CREATE TABLE #t (a int); INSERT #t VALUES (1); CREATE TABLE dbo.kept (a int); INSERT kept VALUES (1)");
        assertEquals(List.of(List.of("2", "1", "1")), rows("""
                DECLARE @v TABLE (a int);
                BEGIN TRAN;
                INSERT @v VALUES (1), (2); DELETE #t; DELETE dbo.kept; CREATE TABLE #new (a int);
                ROLLBACK;
                SELECT (SELECT COUNT(*) FROM @v), (SELECT COUNT(*) FROM #t), (SELECT COUNT(*) FROM dbo.kept)"""));
        assertTrue(error("SELECT * FROM #new").startsWith("208 "));
        assertEquals(List.of(List.of("2")), rows("""
                BEGIN TRAN; INSERT #t VALUES (2); SAVE TRAN s; INSERT #t VALUES (3); ROLLBACK TRAN s; COMMIT;
                SELECT COUNT(*) FROM #t"""));
    }

    @Test
    void aTemporaryTableEndsWithTheTextThatMadeIt() throws SQLException {
        assertTrue(error("EXEC ('CREATE TABLE #inner (a int)'); SELECT * FROM #inner")
                .startsWith("208 "));
        assertEquals(
                List.of(List.of("1")),
                rows("CREATE TABLE #outer (a int); EXEC ('INSERT #outer VALUES (1)'); SELECT * FROM #outer"));
        try (RangeClient other = RangeClient.administrator(range)) {
            assertTrue(other.run("SELECT * FROM #outer").onlyError().startsWith("208 "));
            other.run("CREATE TABLE ##all (a int); INSERT ##all VALUES (5)");
            assertEquals(List.of(List.of("5")), rows("SELECT a FROM ##all"));
        }
    }

    @Test
    void rowsOfACallAndOfAQueryGoIntoTables() throws SQLException {
        rows(
                "CREATE TABLE #e (a int, b nvarchar(100)); INSERT #e EXEC ('SELECT 1, N''q'' UNION ALL SELECT 2, N''r''')");
        assertEquals(List.of(List.of("1", "q"), List.of("2", "r")), rows("SELECT * FROM #e"));
        assertTrue(error("INSERT #e EXEC ('SELECT 1')").startsWith("213 16 7 "));
        rows("SELECT a, b + N'!' AS c INTO #copy FROM #e WHERE a > 1");
        assertEquals(List.of(List.of("2", "r!")), rows("SELECT * FROM tempdb..#copy"));
        assertTrue(error("SELECT 1 INTO #nameless").startsWith("1038 15 5 "));
    }

    @Test
    void theCatalogOfTempdbListsTheTables() throws SQLException {
        rows("CREATE TABLE #seen (a int)");
        assertEquals(
                List.of(List.of("1", "1")),
                rows("SELECT COUNT(*), MAX(CASE WHEN object_id = OBJECT_ID('tempdb..#seen') THEN 1 END)"
                        + " FROM tempdb.sys.tables WHERE name LIKE '#seen%'"));
        assertEquals(
                List.of(List.of("gone")),
                rows("IF OBJECT_ID('tempdb..#seen') IS NOT NULL DROP TABLE #seen;"
                        + " SELECT ISNULL(OBJECT_NAME(OBJECT_ID('tempdb..#seen'), 2), 'gone')"));
    }
}
