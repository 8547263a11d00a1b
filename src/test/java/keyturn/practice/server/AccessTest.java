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

/** Permissions, roles and users: what is granted can be done, what is denied cannot, and the catalog tells of it. */
final class AccessTest {

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

    private void does(String sql) throws SQLException {
        assertEquals("[]", client.run(sql).onlyError(), sql);
    }

    private void refused(RangeClient who, String start, String sql) throws SQLException {
        String error = who.run(sql).onlyError();
        assertTrue(error.startsWith(start), sql + " said " + error);
    }

    private void seen(String value, String expression) throws SQLException {
        assertEquals(List.of(List.of(value)), reader.run("SELECT " + expression).rows(), expression);
    }

    @Test
    void aDenialBeatsEveryGrant() throws SQLException {
        String held = "HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')";
        does("GRANT ALTER SERVER STATE TO reader");
        seen("1", held);
        does("DENY VIEW SERVER STATE TO reader");
        seen("0", held);
        seen("1", "HAS_PERMS_BY_NAME(NULL, NULL, 'ALTER SERVER STATE')");
        refused(reader, "300 14 1 VIEW SERVER PERFORMANCE STATE", "SELECT * FROM sys.dm_os_sys_info; SELECT 1");
        does("GRANT VIEW SERVER STATE TO reader");
        seen("1", held);
        does("DENY ALTER SERVER STATE TO public");
        seen("0", held);
        does("REVOKE ALTER SERVER STATE FROM public");
        seen("1", held);
    }

    @Test
    void whatWasGivenToBeGivenOnIsTakenWithWhatCameOfIt() throws SQLException {
        does("GRANT ALTER TRACE TO reader WITH GRANT OPTION");
        assertEquals("[]", reader.run("GRANT ALTER TRACE TO public").onlyError());
        refused(reader, "4613 16 1", "GRANT ALTER SETTINGS TO public");
        refused(client, "4611 16 1", "REVOKE ALTER TRACE FROM reader");
        refused(client, "4611 16 1", "DENY ALTER TRACE TO reader");
        refused(client, "4611 16 1", "REVOKE GRANT OPTION FOR ALTER TRACE FROM reader");
        String given =
                "SELECT state, grantee_principal_id FROM sys.server_permissions WHERE permission_name = 'ALTER TRACE'"
                        + " ORDER BY 2";
        assertEquals("G", client.run(given).rows().getFirst().getFirst());
        does("REVOKE GRANT OPTION FOR ALTER TRACE FROM reader CASCADE");
        assertEquals(1, client.run(given).rows().size());
        assertEquals("G", client.run(given).rows().getFirst().getFirst());
        does("REVOKE ALTER TRACE FROM reader");
        assertEquals(List.of(), client.run(given).rows());
    }

    @Test
    void rolesOfTheServerCarryTheirRights() throws SQLException {
        seen("0", "IS_SRVROLEMEMBER('dbcreator')");
        does("ALTER SERVER ROLE dbcreator ADD MEMBER reader");
        seen("1", "IS_SRVROLEMEMBER('dbcreator')");
        seen("1", "HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')");
        does("EXEC sp_dropsrvrolemember 'reader', 'dbcreator'");
        seen("0", "HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE')");
        does("CREATE SERVER ROLE keepers; GRANT VIEW ANY DEFINITION TO keepers;"
                + " ALTER SERVER ROLE keepers ADD MEMBER reader");
        seen("1", "HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DEFINITION')");
        refused(client, "15144 16 1", "DROP SERVER ROLE keepers");
        does("ALTER SERVER ROLE keepers DROP MEMBER reader; DROP SERVER ROLE keepers");
        does("EXEC sp_addsrvrolemember @loginame = 'reader', @rolename = 'sysadmin'");
        seen("1", "IS_SRVROLEMEMBER('sysadmin')");
        seen("dbo", "USER_NAME()");
        assertEquals(
                List.of(List.of("1"), List.of("261"), List.of("262")),
                client.run("SELECT member_principal_id FROM sys.server_role_members WHERE role_principal_id = 3"
                                + " ORDER BY 1")
                        .rows());
    }

    @Test
    void rolesOfADatabaseCarryTheirRights() throws SQLException {
        does("USE Sales; CREATE USER clerk FOR LOGIN reader; ALTER ROLE db_backupoperator ADD MEMBER clerk");
        assertEquals(
                "[]",
                reader.run("BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY")
                        .onlyError());
        reader.run("USE Sales");
        seen("clerk", "USER_NAME()");
        seen("1", "IS_MEMBER('db_backupoperator')");
        seen("0", "IS_ROLEMEMBER('db_owner')");
        seen("null", "IS_MEMBER('nothing')");
        does("EXEC sp_addrolemember 'db_owner', 'clerk'");
        seen("1", "HAS_PERMS_BY_NAME('Sales', 'DATABASE', 'CONTROL')");
        assertEquals("[]", reader.run("CREATE ROLE own AUTHORIZATION clerk").onlyError());
        refused(client, "15421 16 1", "DROP USER clerk");
        does("ALTER AUTHORIZATION ON ROLE::own TO dbo; DROP ROLE own; DROP USER IF EXISTS clerk");
        refused(reader, "916 14", "SELECT * FROM Sales.sys.objects");
    }

    @Test
    void keysAreSeenByThoseWhoHoldSomethingOnThem() throws SQLException {
        String keys = "SELECT name FROM sys.asymmetric_keys";
        assertEquals(List.of(), reader.run(keys).rows());
        does("CREATE USER reader; GRANT VIEW DEFINITION ON ASYMMETRIC KEY::TDE_Key_2024 TO reader");
        assertEquals(List.of(List.of("TDE_Key_2024")), reader.run(keys).rows());
        seen("1", "HAS_PERMS_BY_NAME('TDE_Key_2024', 'ASYMMETRIC KEY', 'VIEW DEFINITION')");
        seen("0", "HAS_PERMS_BY_NAME('TDE_Key_2024', 'ASYMMETRIC KEY', 'CONTROL')");
        seen("null", "HAS_PERMS_BY_NAME('NoKey', 'ASYMMETRIC KEY', 'CONTROL')");
        assertEquals(
                List.of(List.of("26", "VW  ", "G")),
                client.run("SELECT class, type, state FROM sys.database_permissions WHERE major_id = 256")
                        .rows());
        assertEquals(
                List.of(List.of("TDE_Key_2024", "", "VIEW DEFINITION")),
                reader.run("SELECT * FROM sys.fn_my_permissions('TDE_Key_2024', 'ASYMMETRIC KEY')")
                        .rows());
        does("DENY CONTROL ON ASYMMETRIC KEY::TDE_Key_2024 TO public");
        assertEquals(List.of(), reader.run(keys).rows());
    }

    @Test
    void loginsAreSeenByThoseWhoHoldSomethingOnThem() throws SQLException {
        String others = "SELECT name FROM sys.server_principals WHERE principal_id > 255 ORDER BY name";
        assertEquals(List.of(List.of("reader")), reader.run(others).rows());
        does("GRANT VIEW DEFINITION ON LOGIN::practice TO reader");
        assertEquals(
                List.of(List.of("practice"), List.of("reader")),
                reader.run(others).rows());
        seen("1", "HAS_PERMS_BY_NAME('practice', 'LOGIN', 'VIEW DEFINITION')");
        does("GRANT VIEW ANY SECURITY DEFINITION TO reader");
        assertEquals(3, reader.run(others).rows().size());
    }

    @Test
    void whatCannotBeGrantedHasItsNumber() throws SQLException {
        refused(client, "4620 16 1", "GRANT VIEW SERVER STATE, CREATE TABLE TO public");
        refused(client, "4624 16 1", "GRANT VIEW SERVER STATE TO sa");
        refused(client, "4624 16 1", "GRANT CREATE TABLE TO dbo");
        refused(client, "4617 16 1", "GRANT VIEW SERVER STATE TO dbcreator");
        refused(client, "4617 16 1", "GRANT CREATE TABLE TO db_owner");
        refused(client, "4623 16 1", "GRANT ALL ON ASYMMETRIC KEY::TDE_Key_2024 TO guest");
        refused(client, "4606 16 1", "GRANT EXECUTE ON sys.databases TO guest");
        refused(client, "4621 16 10", "USE Sales; GRANT CONTROL ON LOGIN::reader TO public");
        refused(client, "4619 16 1", "GRANT CREATE DATABASE TO guest");
        refused(client, "4610 16 1", "GRANT SELECT ON msdb.dbo.backupset TO guest");
        refused(client, "15151 16 1 Cannot find the asymmetric key 'x'", "GRANT CONTROL ON ASYMMETRIC KEY::x TO guest");
        refused(client, "15151 16 1 Cannot find the user 'x'", "DENY CONTROL TO x");
        refused(client, "15023 16 1", "CREATE USER guest FOR LOGIN reader");
        refused(client, "15063 16 1", "CREATE USER a FOR LOGIN reader; CREATE USER b FOR LOGIN reader");
        refused(client, "33233 16 1", "CREATE USER c WITH PASSWORD = 'Practice-0123456789'");
        refused(client, "15150 16 1 Cannot drop the user 'dbo'.", "DROP USER dbo");
        refused(client, "15405 11 1", "ALTER ROLE db_owner ADD MEMBER dbo");
        refused(client, "15081 16 1", "EXEC sp_addrolemember 'public', 'a'");
        refused(client, "15014 16 1", "EXEC sp_addrolemember 'nothing', 'a'");
        refused(client, "15402 11 1", "EXEC sp_addsrvrolemember 'reader', 'nothing'");
        refused(
                reader,
                "15151 16 1 Cannot alter the server role 'sysadmin'",
                "ALTER SERVER ROLE sysadmin ADD MEMBER reader");
        refused(reader, "15247 16 1", "CREATE SERVER ROLE x");
    }
}
