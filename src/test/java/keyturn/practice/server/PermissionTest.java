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

/** A script of GRANTs gives the reader what it lacked, at once. */
final class PermissionTest {

    private static final String PROOF = "BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY";

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

    private void grants(String sql) throws SQLException {
        assertEquals("[]", client.run(sql).onlyError());
    }

    @Test
    void aServerPermissionIsGrantedAndRevoked() throws SQLException {
        String state = "SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER SECURITY STATE')";
        assertEquals(List.of(List.of("0")), reader.run(state).rows());
        grants("GRANT VIEW SERVER STATE, VIEW ANY DEFINITION TO [reader]");
        assertEquals(List.of(List.of("1")), reader.run(state).rows());
        assertEquals(
                List.of(List.of("1")),
                reader.run("SELECT COUNT(*) FROM sys.asymmetric_keys").rows());
        grants("REVOKE VIEW SERVER STATE FROM reader");
        assertEquals(List.of(List.of("0")), reader.run(state).rows());
    }

    @Test
    void aUserMayBackUpTheDatabaseItWasGiven() throws SQLException {
        assertTrue(reader.run(PROOF).errors().getFirst().startsWith("916 14 "));
        grants("USE Sales; CREATE USER [reader] FOR LOGIN [reader]; GRANT BACKUP LOG TO [reader]");
        assertEquals("[]", reader.run(PROOF).onlyError());
        assertEquals(
                List.of(List.of("1", "0")),
                reader.run("SELECT HAS_PERMS_BY_NAME('Sales', 'DATABASE', 'BACKUP LOG'),"
                                + " HAS_PERMS_BY_NAME('Sales', 'DATABASE', 'BACKUP DATABASE')")
                        .rows());
    }

    @Test
    void tablesOfMsdbOpenOneByOne() throws SQLException {
        String history = "SELECT COUNT(*) FROM msdb.dbo.backupset";
        assertTrue(reader.run(history).onlyError().startsWith("229 14 "));
        grants("USE msdb; CREATE USER reader; GRANT SELECT ON dbo.backupset TO reader");
        assertEquals("[]", reader.run(history).onlyError());
        assertTrue(reader.run("SELECT name FROM msdb.dbo.sysjobs").onlyError().startsWith("229 14 "));
        assertEquals(
                List.of(List.of("1", "0")),
                reader.run("SELECT HAS_PERMS_BY_NAME('msdb.dbo.backupset', 'OBJECT', 'SELECT'),"
                                + " HAS_PERMS_BY_NAME('msdb.dbo.sysjobs', 'OBJECT', 'SELECT')")
                        .rows());
    }

    @Test
    void whatCannotBeGrantedHasItsNumber() throws SQLException {
        assertEquals(
                "15151 16 1 Cannot find the login 'nobody', because it does not exist or you do not have permission.",
                client.run("GRANT VIEW SERVER STATE TO nobody").onlyError());
        assertTrue(client.run("USE Sales; GRANT VIEW SERVER STATE TO reader")
                .onlyError()
                .startsWith("4621 16 10 "));
        client.run("USE master");
        assertTrue(client.run("GRANT EAT CAKE TO reader").onlyError().startsWith("102 "));
        assertTrue(reader.run("GRANT CONTROL SERVER TO public").onlyError().startsWith("4613 16 "));
        assertTrue(client.run("CREATE USER nobody").onlyError().startsWith("15007 16 "));
    }
}
