package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Procedures of users: how a call that does not fit is told, what the catalog says of them, and ROLLBACK. */
final class ProcedureTest {

    private static final String MADE =
            "-- what it does\r\nALTER /* once CREATE */ PROCEDURE dbo.Twice @n int, @of nvarchar(9) = N'x' OUTPUT AS\r\nSELECT @n * 2";

    private final KeyRange range;

    ProcedureTest() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void close() throws SQLException {
        range.close();
    }

    private void made(String sql) throws SQLException {
        assertEquals("[]", range.run(sql), sql);
    }

    private List<String> rows(String sql) throws SQLException {
        return range.rows(sql).stream().map(r -> String.join(" ", r)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXEC #one            | 201 16 4 Procedure or function '#one' expects parameter '@a', which was not supplied. | 0 #one
            EXEC #one @b = 2     | 201 16 4 Procedure or function '#one' expects parameter '@a', which was not supplied. | 0 #one
            EXEC #one 1, 2, 3    | 8144 16 2 Procedure or function #one has too many arguments specified.               | 0 #one
            EXEC #one @c = 1     | 8145 16 1 @c is not a parameter for procedure #one.                                  | 0 #one
            EXEC #none 1         | 8146 16 2 Procedure #none has no parameters and arguments were supplied.             | 0 #none
            EXEC #calls          | 201 16 4 Procedure or function '#one' expects parameter '@a', which was not supplied. | 0 #one
            EXEC sp_who2 1, 2, 3 | 8144 16 2 Procedure or function sp_who2 has too many arguments specified.           | 0 sp_who2
            """)
    void aCallThatDoesNotFitIsToldByTheProceduresNameOnLineZero(String call, String error, String place)
            throws SQLException {
        made("CREATE PROCEDURE #one @a int, @b int = 2 AS SELECT @a, @b");
        made("CREATE PROCEDURE #none AS SELECT 1");
        made("CREATE PROCEDURE #calls AS\n\nEXEC #one");
        var answer = range.client().run("SELECT 1\n" + call + "\nSELECT 2");
        assertEquals(List.of(error), answer.errors());
        assertEquals(List.of(place), answer.places());
        assertEquals(List.of(List.of("1"), List.of("2")), answer.rows(), "the batch goes on");
        assertEquals(
                List.of(error.split(" ")[0] + " " + place),
                rows("BEGIN TRY " + call + " END TRY BEGIN CATCH SELECT ERROR_NUMBER(), ERROR_LINE(), ERROR_PROCEDURE()"
                        + " END CATCH"));
    }

    @Test
    void theCatalogHasThemWithTheirText() throws SQLException {
        made("USE Sales");
        made("CREATE PROCEDURE dbo.Twice @n int AS SELECT @n");
        made(MADE);
        String text = MADE.replaceFirst("ALTER", "CREATE");
        assertEquals(
                List.of("Twice P  SQL_STORED_PROCEDURE dbo 0"),
                rows("SELECT name, type, type_desc, SCHEMA_NAME(schema_id), is_ms_shipped FROM sys.procedures"));
        assertEquals(
                List.of("1 1 1 1"),
                rows(
                        "SELECT (SELECT COUNT(*) FROM sys.objects WHERE type = 'P' AND object_id = OBJECT_ID('dbo.Twice')),"
                                + " (SELECT COUNT(*) FROM sys.all_objects WHERE name = 'Twice'),"
                                + " OBJECTPROPERTY(OBJECT_ID('Twice'), 'IsProcedure'),"
                                + " CASE WHEN OBJECT_ID('Twice', 'U') IS NULL AND OBJECT_ID('Twice', 'P') IS NOT NULL THEN 1 END"));
        assertEquals(List.of(text), rows("SELECT definition FROM sys.sql_modules"));
        assertEquals(List.of(text), rows("SELECT OBJECT_DEFINITION(OBJECT_ID('dbo.Twice'))"));
        assertEquals(
                List.of("Twice dbo"),
                rows("SELECT OBJECT_NAME(object_id), OBJECT_SCHEMA_NAME(object_id) FROM sys.sql_modules"));
        made("CREATE OR ALTER PROC Twice AS SELECT 1");
        assertEquals(List.of("CREATE PROC Twice AS SELECT 1"), rows("SELECT definition FROM sys.all_sql_modules"));
        assertEquals(List.of("0"), rows("SELECT COUNT(*) FROM Ledger.sys.procedures"));
        made("DROP PROCEDURE Twice");
        assertEquals(List.of("0 null"), rows("SELECT COUNT(*), OBJECT_ID('Twice') FROM sys.procedures"));
    }

    @Test
    void whatATransactionDidToThemIsRolledBack() throws SQLException {
        made("USE Sales");
        made("CREATE PROCEDURE Kept AS SELECT 'kept'");
        made("BEGIN TRANSACTION");
        made("CREATE PROCEDURE Gone AS SELECT 1");
        made("CREATE PROCEDURE #gone AS SELECT 1");
        made("SAVE TRANSACTION point");
        made("ALTER PROCEDURE Kept AS SELECT 'changed'");
        assertEquals(List.of("changed"), rows("EXEC Kept"));
        made("ROLLBACK TRANSACTION point");
        assertEquals(List.of("kept"), rows("EXEC Kept"));
        made("DROP PROCEDURE Kept");
        made("ROLLBACK");
        assertEquals(List.of("kept"), rows("EXEC Kept"));
        assertTrue(range.run("EXEC Gone").startsWith("2812 "));
        assertTrue(range.run("EXEC #gone").startsWith("2812 "));
        assertEquals(List.of("Kept"), rows("SELECT name FROM sys.procedures"));
    }
}
