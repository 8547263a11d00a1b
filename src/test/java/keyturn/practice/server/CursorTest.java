package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cursors and GOTO through the driver. */
final class CursorTest {

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

    private String error(String sql) throws SQLException {
        return client.run(sql).onlyError();
    }

    @Test
    void aCursorGivesItsRowsOneAfterAnother() throws SQLException {
        var answer = client.run("""
                DECLARE @name sysname, @all nvarchar(200) = N'', @below int = 4
                DECLARE c CURSOR LOCAL FAST_FORWARD FOR
                    SELECT name FROM sys.databases WHERE database_id < @below ORDER BY database_id
                SET @below = 0
                OPEN c
                FETCH NEXT FROM c INTO @name
                WHILE @@FETCH_STATUS = 0
                BEGIN
                    SET @all += @name + N' '
                    FETCH NEXT FROM c INTO @name
                END
                CLOSE c
                DEALLOCATE c
                SELECT @all, @@FETCH_STATUS""");
        assertEquals(List.of(), answer.errors());
        assertEquals(List.of(List.of("master tempdb model ", "-1")), answer.rows());
    }

    @Test
    void aGlobalCursorLivesOnAndScrolls() throws SQLException {
        client.run("DECLARE g SCROLL CURSOR FOR SELECT n FROM (VALUES (1), (2), (3)) v (n) ORDER BY n; OPEN g");
        assertEquals(
                List.of(List.of("3"), List.of("1")),
                client.run("FETCH LAST FROM g; FETCH FIRST FROM g").rows());
        assertEquals(
                List.of(List.of("2"), List.of("1")),
                client.run("FETCH ABSOLUTE -2 FROM g; FETCH PRIOR FROM g").rows());
        assertEquals("16915 16 1 A cursor with the name 'g' already exists.", error("DECLARE g CURSOR FOR SELECT 1"));
        client.run("CLOSE g");
        assertEquals("16917 16 1 Cursor is not open.", error("FETCH NEXT FROM g"));
        client.run("DEALLOCATE g");
        assertEquals("16916 16 1 A cursor with the name 'g' does not exist.", error("OPEN g"));
    }

    @Test
    void aVariableHoldsACursor() throws SQLException {
        assertEquals(
                List.of(List.of("7")),
                client.run("DECLARE @c CURSOR; SET @c = CURSOR FOR SELECT 7; OPEN @c; FETCH NEXT FROM @c")
                        .rows());
        assertEquals(
                "16950 16 2 The variable '@c' does not currently have a cursor allocated to it.",
                error("DECLARE @c CURSOR; OPEN @c"));
        assertEquals(
                "16924 16 1 Cursorfetch: The number of variables declared in the INTO list must match that of selected"
                        + " columns.",
                error("DECLARE @a int; DECLARE c CURSOR LOCAL FOR SELECT 1, 2; OPEN c; FETCH NEXT FROM c INTO @a"));
    }

    @Test
    void gotoLeadsToItsLabel() throws SQLException {
        var answer = client.run("""
                DECLARE @i int = 0
                again:
                SET @i += 1
                IF @i < 3 GOTO again
                WHILE 1 = 1
                BEGIN
                    IF @i = 3 GOTO done
                END
                SELECT 'never'
                done:
                SELECT @i""");
        assertEquals(List.of(List.of("3")), answer.rows());
        assertEquals(
                "133 15 1 A GOTO statement references the label 'nowhere' but the label has not been declared.",
                error("SELECT 1; GOTO nowhere"));
        assertEquals(
                "132 15 1 The label 'a' has already been declared. Label names must be unique within a query batch or"
                        + " stored procedure.",
                error("a: SELECT 1; a: SELECT 2"));
    }
}
