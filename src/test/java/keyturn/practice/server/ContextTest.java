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

/** EXECUTE AS and REVERT: names, rights and views follow, and each way back has its conditions. */
final class ContextTest {

    private static final String WHO = "SELECT SUSER_SNAME(), ORIGINAL_LOGIN(), USER_NAME()";

    private Range range;
    private RangeClient client;
    private RangeClient reader;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy"));
        client = RangeClient.administrator(range);
        reader = RangeClient.reader(range);
    }

    @AfterEach
    void stop() throws SQLException {
        reader.close();
        client.close();
        range.close();
    }

    private void is(List<String> row, String sql) throws SQLException {
        assertEquals(List.of(row), client.run(sql).rows(), sql);
    }

    private void refused(RangeClient who, String start, String sql) throws SQLException {
        String error = who.run(sql).onlyError();
        assertTrue(error.startsWith(start), sql + " said " + error);
    }

    @Test
    void aLoginIsPutOnAndTakenOff() throws SQLException {
        is(List.of("practice", "practice", "dbo"), WHO);
        is(List.of("reader", "practice", "guest"), "EXECUTE AS LOGIN = 'reader'; " + WHO);
        refused(client, "262 14 1", "BACKUP DATABASE master TO DISK = 'NUL'; SELECT 1");
        is(List.of("practice", "practice", "dbo"), "REVERT; " + WHO);
        is(List.of("practice", "practice", "dbo"), "REVERT; " + WHO);
        is(List.of("reader", "practice", "guest"), "DECLARE @l sysname = N'reader'; EXECUTE AS LOGIN = @l; " + WHO);
    }

    @Test
    void aUserIsConfinedToItsDatabase() throws SQLException {
        client.run("USE Sales; CREATE USER clerk FOR LOGIN reader; CREATE USER loner WITHOUT LOGIN");
        is(List.of("reader", "practice", "clerk"), "EXECUTE AS USER = 'clerk'; " + WHO);
        refused(client, "916 14", "USE Ledger");
        refused(client, "15517 16 1", "EXECUTE AS USER = 'dbo'");
        client.run("REVERT");
        client.run("EXECUTE AS USER = 'loner'");
        is(List.of("loner", "0"), "SELECT USER_NAME(), HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')");
        client.run("REVERT; EXECUTE AS USER = 'dbo'");
        is(List.of("1", "0"), "SELECT HAS_PERMS_BY_NAME('Sales', 'DATABASE', 'CONTROL'), IS_SRVROLEMEMBER('sysadmin')");
    }

    @Test
    void eachWayBackHasItsConditions() throws SQLException {
        client.run("USE Sales; CREATE USER clerk FOR LOGIN reader; USE tempdb; CREATE USER clerk FOR LOGIN reader");
        refused(
                client,
                "15591 16 1",
                "DECLARE @c varbinary(8000); EXECUTE AS USER = 'clerk' WITH COOKIE INTO @c; REVERT");
        refused(client, "15589 16 1", "REVERT WITH COOKIE = 0x0102");
        is(List.of("clerk"), "SELECT USER_NAME()");
    }

    @Test
    void aCookieLeadsBack() throws SQLException {
        is(
                List.of("practice", "practice", "dbo"),
                "DECLARE @c varbinary(100); EXECUTE AS LOGIN = 'reader' WITH COOKIE INTO @c; REVERT WITH COOKIE = @c; "
                        + WHO);
        refused(client, "15533 16 1", "DECLARE @n int; EXECUTE AS LOGIN = 'reader' WITH COOKIE INTO @n");
    }

    @Test
    void noRevertIsForGood() throws SQLException {
        refused(client, "15196 16 1", "EXECUTE AS LOGIN = 'reader' WITH NO REVERT; REVERT");
        is(List.of("reader", "practice", "guest"), WHO);
    }

    @Test
    void whatATextPutsOnEndsWithIt() throws SQLException {
        is(
                List.of("practice", "practice", "dbo"),
                "EXEC (N'EXECUTE AS LOGIN = ''reader''; SELECT 1 WHERE 1 = 0'); " + WHO);
        refused(client, "15590 16 1", "EXEC (N'EXECUTE AS LOGIN = ''reader'' WITH NO REVERT')");
    }

    @Test
    void nobodyBecomesWhatHeMayNot() throws SQLException {
        refused(
                reader,
                "15406 16 1 Cannot execute as the server principal because the principal \"practice\"",
                "EXECUTE AS LOGIN = 'practice'");
        refused(client, "15406 16 1", "EXECUTE AS LOGIN = 'TDE_Login'");
        refused(client, "15406 16 1", "EXECUTE AS LOGIN = 'nobody'");
        refused(client, "15517 16 1", "EXECUTE AS USER = 'db_owner'");
        refused(client, "916 14", "USE Sales; EXECUTE AS LOGIN = 'reader'");
        refused(client, "15157 16 1", "SETUSER 'reader'");
        client.run("USE master; GRANT IMPERSONATE ON LOGIN::practice TO reader");
        assertEquals("[]", reader.run("EXECUTE AS LOGIN = 'practice'").onlyError());
        assertEquals(
                List.of(List.of("practice", "reader", "dbo")), reader.run(WHO).rows());
    }
}
