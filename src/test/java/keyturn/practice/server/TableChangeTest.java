package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that change under their rows: ALTER TABLE, indexes, and how large they may become. */
@BesideOthers
final class TableChangeTest {

    private static final String FULL = "1105 17 2 Could not allocate space for object 'dbo.#";

    private final KeyRange range;

    TableChangeTest() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @BeforeEach
    void table() throws SQLException {
        does("CREATE TABLE #t (a int, b varchar(10), c int NOT NULL CONSTRAINT c_small CHECK (c < 100))");
        does("INSERT #t VALUES (3, 'x', 30), (1, 'y', 10), (2, 'x', 20)");
    }

    @AfterEach
    void close() throws SQLException {
        range.close();
    }

    private void does(String sql) throws SQLException {
        assertEquals("[]", range.run(sql), sql);
    }

    private List<String> rows(String sql) throws SQLException {
        return range.rows(sql).stream().map(r -> String.join(" ", r)).toList();
    }

    @Test
    void newColumnsAreFilledWhereTheyMustBe() throws SQLException {
        does("ALTER TABLE #t ADD d int, e int NOT NULL DEFAULT 7, f AS a * 2, g int IDENTITY(5, 5)");
        assertEquals(
                List.of("1 null 7 2 10", "2 null 7 4 15", "3 null 7 6 5"),
                rows("SELECT a, d, e, f, g FROM #t ORDER BY a"));
        does("INSERT #t (a, b, c) VALUES (4, 'z', 40)");
        assertEquals(List.of("null 7 8 20"), rows("SELECT d, e, f, g FROM #t WHERE a = 4"));
        does("ALTER TABLE #t ADD CONSTRAINT d_nine DEFAULT 9 FOR d");
        does("INSERT #t (a, c) VALUES (5, 50)");
        does("ALTER TABLE #t DROP CONSTRAINT d_nine");
        does("INSERT #t (a, c) VALUES (6, 60)");
        assertEquals(List.of("9", "null"), rows("SELECT d FROM #t WHERE a > 4 ORDER BY a"));
    }

    @Test
    void aColumnTakesAnotherTypeWithItsValues() throws SQLException {
        does("ALTER TABLE #t ALTER COLUMN a varchar(5) NOT NULL");
        assertEquals(List.of("1!", "2!", "3!"), rows("SELECT a + '!' FROM #t ORDER BY a"));
        assertTrue(range.run("INSERT #t VALUES (NULL, 'z', 1)").startsWith("515 16 2 "));
        does("ALTER TABLE #t DROP COLUMN b");
        assertEquals(List.of("1 10", "2 20", "3 30"), rows("SELECT * FROM #t ORDER BY a"));
    }

    @Test
    void aKeyThatIsAddedHoldsAndPutsTheRowsInOrder() throws SQLException {
        does("ALTER TABLE #t ADD CONSTRAINT c_key PRIMARY KEY (c)");
        assertEquals(List.of("10", "20", "30"), rows("SELECT c FROM #t"));
        assertTrue(range.run("INSERT #t VALUES (9, 'z', 10)")
                .startsWith("2627 14 1 Violation of PRIMARY KEY constraint 'c_key'."));
        assertEquals(
                List.of(
                        "5074 16 1 The object 'c_small' is dependent on column 'c'.",
                        "5074 16 1 The object 'c_key' is dependent on column 'c'.",
                        "4922 16 9 ALTER TABLE DROP COLUMN c failed because one or more objects access this column."),
                range.client().errors("ALTER TABLE #t DROP COLUMN c"));
        does("ALTER TABLE #t DROP CONSTRAINT c_key, c_small");
        does("INSERT #t VALUES (9, 'z', 100), (9, 'z', 100)");
        does("ALTER TABLE #t DROP COLUMN c");
    }

    @Test
    void whatTheRowsDoNotKeepIsNotAdded() throws SQLException {
        assertEquals(List.of("1505", "1750"), range.numbers("ALTER TABLE #t ADD CONSTRAINT b_key UNIQUE (b)"));
        assertEquals(List.of("8111", "1750"), range.numbers("ALTER TABLE #t ADD PRIMARY KEY (a)"));
        assertTrue(range.run("ALTER TABLE #t ADD CONSTRAINT large CHECK (c > 10)")
                .startsWith("547 16 0 The ALTER TABLE statement conflicted with the CHECK constraint \"large\"."));
        does("INSERT #t VALUES (1, 'x', 1)");
        does("ALTER TABLE #t ADD CONSTRAINT fits CHECK (c > 0)");
        assertTrue(range.run("INSERT #t VALUES (1, 'x', 0)").startsWith("547 16 0 The INSERT statement"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE #t ADD A int                    | 2705 16 4
            ALTER TABLE #t ADD n int NOT NULL           | 4901 16 1
            ALTER TABLE #none ADD n int                 | 4902 16 1
            ALTER TABLE #t DROP COLUMN n                | 4924 16 1
            ALTER TABLE #t ALTER COLUMN n int           | 4924 16 1
            ALTER TABLE #t ALTER COLUMN b int           | 245 16 1
            ALTER TABLE #t DROP CONSTRAINT n            | 3728 16 1
            CREATE INDEX i ON #none (a)                 | 1088 16 12
            CREATE INDEX i ON #t (n)                    | 1911 16 1
            CREATE UNIQUE INDEX i ON #t (b)             | 1505 16 1
            DROP INDEX i ON #t                          | 3701 11 7
            """)
    void whatCannotBeIsRefusedByNumber(String sql, String error) throws SQLException {
        String answer = range.run(sql);
        assertTrue(answer.startsWith(error + " "), answer);
        assertEquals(List.of("3 3"), rows("SELECT COUNT(*), COUNT(b) FROM #t"));
    }

    @Test
    void indexesKeepRowsApartAndInOrderAndAreListed() throws SQLException {
        does("CREATE CLUSTERED INDEX by_a ON #t (a)");
        does("CREATE UNIQUE INDEX by_c ON #t (c)");
        assertEquals(List.of("1", "2", "3"), rows("SELECT a FROM #t"));
        assertTrue(range.run("INSERT #t VALUES (4, 'z', 10)").startsWith("2601 14 1 "));
        assertTrue(range.run("CREATE INDEX by_a ON #t (b)").startsWith("1913 16 1 "));
        assertTrue(range.run("CREATE CLUSTERED INDEX other ON #t (b)").startsWith("1902 16 3 "));
        assertEquals(
                List.of("by_a CLUSTERED 0", "by_c NONCLUSTERED 1"),
                rows("SELECT name, type_desc, is_unique FROM tempdb.sys.indexes WHERE object_id ="
                        + " OBJECT_ID('tempdb..#t') ORDER BY index_id"));
        does("DROP INDEX by_c ON #t");
        does("INSERT #t VALUES (4, 'z', 10)");
        does("ALTER TABLE #t ADD CONSTRAINT u UNIQUE (a)");
        assertTrue(range.run("DROP INDEX u ON #t").startsWith("3723 16 4 "));
        does("DROP INDEX IF EXISTS by_c ON #t");
    }

    /** In one piece, row upon row, and by making what stands there longer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT REPLICATE(CONVERT(varchar(max), 'x'), 10000000) AS v INTO #large FROM (VALUES (1), (2), (3), (4), (5), (6), (7)) AS n (i)",
                "CREATE TABLE #grows (v varchar(max)); DECLARE @i int = 0; WHILE @i < 7 BEGIN INSERT #grows VALUES"
                        + " (REPLICATE(CONVERT(varchar(max), 'x'), 10000000)); SET @i += 1; IF @@ERROR <> 0 BREAK END",
                "CREATE TABLE #longer (v varchar(max)); INSERT #longer VALUES ('x'), ('y'); UPDATE #longer SET v ="
                        + " REPLICATE(CONVERT(varchar(max), v), 40000000)",
                "SELECT 1 AS n INTO #many FROM sys.all_columns a, sys.all_columns b",
            })
    void aTableDoesNotOutgrowTheRange(String sql) throws SQLException {
        String answer = range.run(sql);
        assertTrue(answer.contains(FULL), answer);
        assertEquals(List.of("3"), rows("SELECT COUNT(*) FROM #t"));
    }

    @Test
    void rowsThatAreReplacedMakeRoom() throws SQLException {
        does(
                "CREATE TABLE #half (v varchar(max)); INSERT #half VALUES (REPLICATE(CONVERT(varchar(max), 'x'), 40000000))");
        does("UPDATE #half SET v = REPLICATE(CONVERT(varchar(max), 'y'), 40000000)");
        does("DELETE #half; INSERT #half VALUES (REPLICATE(CONVERT(varchar(max), 'z'), 50000000))");
        assertEquals(List.of("50000000"), rows("SELECT LEN(v) FROM #half"));
    }
}
