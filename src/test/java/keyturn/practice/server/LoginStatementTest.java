package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** CREATE, ALTER and DROP LOGIN over the driver, and which login may hold which credential. */
@BesideOthers
final class LoginStatementTest {

    private static final String PASSWORD = "Practice-12345";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    private RangeClient as(String login, String password) throws SQLException {
        return RangeClient.connect(range.range(), login, password, "");
    }

    /** The server notices a little later that a client has gone. */
    private void gone(String login) {
        ControlClient.until(() -> {
            try {
                return range.rows("SELECT 1 FROM sys.dm_exec_sessions WHERE login_name = '" + login + "'")
                        .isEmpty();
            } catch (SQLException ended) {
                throw new AssertionError(ended);
            }
        });
    }

    private int refusal(String login, String password) {
        return assertThrows(SQLException.class, () -> as(login, password)).getErrorCode();
    }

    @Test
    void aPersonCanComeInChangeThePasswordAndBeShutOut() throws SQLException {
        assertEquals(
                "[]", range.run("CREATE LOGIN ann WITH PASSWORD = N'" + PASSWORD + "', DEFAULT_DATABASE = tempdb"));
        assertEquals(
                List.of(List.of("SQL_LOGIN", "tempdb", "0", "1")),
                range.rows("SELECT type_desc, default_database_name, is_disabled, is_policy_checked FROM sys.sql_logins"
                        + " WHERE name = 'ann'"));
        try (RangeClient ann = as("ann", PASSWORD)) {
            assertEquals(
                    "[]",
                    ann.run("ALTER LOGIN ann WITH PASSWORD = 'Another-12345' OLD_PASSWORD = '" + PASSWORD + "'")
                            .onlyError());
            assertTrue(ann.run("ALTER LOGIN ann WITH PASSWORD = 'Another-12345'")
                    .onlyError()
                    .startsWith("15151 16 1 Cannot alter the login 'ann'"));
        }
        assertEquals(18456, refusal("ann", PASSWORD));
        range.run("ALTER LOGIN ann DISABLE");
        assertEquals(18470, refusal("ann", "Another-12345"));
        range.run("ALTER LOGIN ann ENABLE; ALTER LOGIN ann WITH NAME = anna");
        as("anna", "Another-12345").close();
        gone("anna");
        assertEquals("[]", range.run("DROP LOGIN anna"));
        assertEquals(18456, refusal("anna", "Another-12345"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE LOGIN practice WITH PASSWORD = 'Practice-12345' | 15025 16 1 The server principal 'practice' already exists.
            CREATE LOGIN a WITH PASSWORD = 'Short-1' | 15116 16 1 Password validation failed.
            CREATE LOGIN a WITH PASSWORD = 'onlysmallletters' | 15118 16 1 Password validation failed.
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345' MUST_CHANGE | 15099 16 1 The MUST_CHANGE option
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345' MUST_CHANGE, CHECK_POLICY = OFF | 15128 16 1 The CHECK_POLICY and
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345', CHECK_EXPIRATION = ON, CHECK_POLICY = OFF | 15122 16 1 The CHECK_EXPIRATION
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345', DEFAULT_DATABASE = nowhere | 15010 16 1 The database 'nowhere'
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345', DEFAULT_LANGUAGE = klingon | 15033 16 1 'klingon' is not
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345', CREDENTIAL = none | 15151 16 1 Cannot find the credential 'none'
            CREATE LOGIN a WITH PASSWORD = 'Practice-12345', SID = 0x01 | 15419 16 1 Supplied parameter sid
            CREATE LOGIN [x\\y] WITH PASSWORD = 'Practice-12345' | 15006 16 1 'x\\y' is not a valid name
            CREATE LOGIN ann FROM WINDOWS | 15407 11 1 'ann' is not a valid Windows NT name.
            CREATE LOGIN [ELSEWHERE\\ann] FROM WINDOWS | 15401 11 1 Windows NT user or group 'ELSEWHERE\\ann' not found.
            CREATE LOGIN k FROM ASYMMETRIC KEY none | 15151 16 1 Cannot find the asymmetric key 'none'
            CREATE LOGIN k FROM CERTIFICATE none | 15151 16 1 Cannot find the certificate 'none'
            CREATE LOGIN k FROM ASYMMETRIC KEY TDE_Key_2024 | 15433 16 1 Supplied parameter sid is in use.
            ALTER LOGIN none ENABLE | 15151 16 1 Cannot alter the login 'none'
            ALTER LOGIN sa WITH CREDENTIAL = Azure_EKM_TDE_cred | 15535 16 1 Cannot set a credential for principal 'sa'.
            ALTER LOGIN reader WITH NAME = practice | 15025 16 1 The server principal 'practice' already exists.
            ALTER LOGIN TDE_Login WITH PASSWORD = 'Practice-12345' | 15171 16 1 Cannot use the parameter "PASSWORD"
            ALTER LOGIN TDE_Login WITH DEFAULT_DATABASE = Sales | 15171 16 1 Cannot use the parameter "DEFAULT_DATABASE"
            ALTER LOGIN reader ADD CREDENTIAL none | 15151 16 1 Cannot find the credential 'none'
            ALTER LOGIN reader ADD CREDENTIAL Azure_EKM_TDE_cred | 33042 16 1 Cannot add credential because it is already mapped to a login.
            ALTER LOGIN TDE_Login ADD CREDENTIAL Azure_EKM_admin_cred | 33042 16 1 Cannot add credential because it is already mapped
            ALTER LOGIN reader DROP CREDENTIAL Azure_EKM_TDE_cred | 33045 16 1 Cannot drop credential because it is not mapped
            DROP LOGIN none | 15151 16 1 Cannot drop the login 'none'
            DROP LOGIN sa | 15405 11 1 Cannot use the special principal 'sa'.
            DROP LOGIN practice | 15434 16 1 Could not drop login 'practice' as the user is currently logged in.
            """)
    void whatIsWrongHasItsNumber(String statement, String error) throws SQLException {
        String got = range.run(statement);
        assertTrue(got.startsWith(error), got);
    }

    @Test
    void aLoginHoldsOneCredentialForAProviderAndACredentialOneLogin() throws SQLException {
        String mapped = "SELECT p.name, c.name FROM sys.server_principal_credentials m JOIN sys.server_principals p"
                + " ON p.principal_id = m.principal_id JOIN sys.credentials c ON c.credential_id = m.credential_id"
                + " WHERE p.name = 'practice'";
        range.run(KeyRange.credential("second", "s"));
        assertEquals(
                "33043 16 1 Cannot add credential 'second' because there is already credential specified for the login.",
                range.run("ALTER LOGIN practice ADD CREDENTIAL second"));
        assertEquals("[]", range.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred"));
        assertEquals("[]", range.run("ALTER LOGIN practice ADD CREDENTIAL second"));
        assertEquals(List.of(List.of("practice", "second")), range.rows(mapped));
    }

    @Test
    void theSlotForOtherCredentialsIsAnotherOne() throws SQLException {
        range.run("CREATE CREDENTIAL slot WITH IDENTITY = 'x'");
        assertEquals("[]", range.run("ALTER LOGIN practice WITH CREDENTIAL = slot"));
        String slots = "SELECT c.name FROM sys.server_principals p JOIN sys.credentials c"
                + " ON c.credential_id = p.credential_id WHERE p.name = 'practice'";
        assertEquals(List.of(List.of("slot")), range.rows(slots));
        assertEquals("[]", range.run("ALTER LOGIN practice WITH NO CREDENTIAL"));
        assertEquals(List.of(), range.rows(slots));
    }

    @Test
    void aLoginForAKeyShowsInTheCatalogAndHoldsTheDatabaseOpen() throws SQLException {
        range.open("New_Key", "tde-key-2026");
        assertEquals("[]", range.run("CREATE LOGIN New_Login FROM ASYMMETRIC KEY New_Key"));
        assertEquals(
                List.of(List.of("New_Login", "K", "ASYMMETRIC_KEY_MAPPED_LOGIN", "0")),
                range.rows(
                        "SELECT p.name, p.type, p.type_desc, p.is_disabled FROM sys.server_principals p"
                                + " JOIN sys.asymmetric_keys k ON k.thumbprint = SUBSTRING(p.sid, 13, 32) WHERE k.name = 'New_Key'"));
        assertEquals(18456, refusal("New_Login", ""));
        range.run("ALTER LOGIN TDE_Login DISABLE");
        assertEquals(List.of("33056", "3013"), range.numbers("BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY"));
        range.run("ALTER LOGIN TDE_Login ENABLE; DROP LOGIN TDE_Login");
        range.restart();
        assertTrue(range.log().stream().anyMatch(l -> l.startsWith("Server principal '' has no credential")));
    }

    @Test
    void aCertificateHasOneLogin() throws IOException, SQLException {
        try (KeyRange busy = KeyRange.of("busy")) {
            assertEquals("[]", busy.run("CREATE LOGIN c FROM CERTIFICATE TDE_Cert"));
            assertEquals(
                    "33140 16 1 The login 'd' could not be created because a login is already associated with certificate"
                            + " 'TDE_Cert'.",
                    busy.run("CREATE LOGIN d FROM CERTIFICATE TDE_Cert"));
        }
    }

    @Test
    void whatALoginHasGivenOrOwnsKeepsIt() throws SQLException {
        range.run("CREATE LOGIN ann WITH PASSWORD = '" + PASSWORD + "'");
        range.run("GRANT VIEW SERVER STATE TO ann WITH GRANT OPTION");
        try (RangeClient ann = as("ann", PASSWORD)) {
            ann.run("GRANT VIEW SERVER STATE TO reader");
        }
        gone("ann");
        assertTrue(range.run("DROP LOGIN ann").startsWith("15173 16 1 Server principal 'ann' has granted"));
    }

    @Test
    void whoMayAlterLoginsMayNotTouchTheMighty() throws SQLException {
        range.run("CREATE LOGIN clerk WITH PASSWORD = '" + PASSWORD + "'; GRANT ALTER ANY LOGIN TO clerk");
        range.run(KeyRange.credential("free", "s"));
        try (RangeClient clerk = as("clerk", PASSWORD)) {
            String text = "15247 16 1 User does not have permission to perform this action.";
            assertEquals(text, clerk.run("ALTER LOGIN practice DISABLE").onlyError());
            assertEquals(
                    text, clerk.run("ALTER LOGIN practice ADD CREDENTIAL free").onlyError());
            assertEquals(
                    "[]", clerk.run("ALTER LOGIN reader ADD CREDENTIAL free").onlyError());
            assertEquals(
                    "[]",
                    clerk.run("CREATE LOGIN [PRACTICE\\bob] FROM WINDOWS WITH DEFAULT_DATABASE = Sales")
                            .onlyError());
        }
        try (RangeClient reader = RangeClient.reader(range.range())) {
            assertTrue(reader.run("CREATE LOGIN x WITH PASSWORD = 'Practice-12345'")
                    .onlyError()
                    .startsWith("15247 16 1 "));
            assertTrue(reader.run("DROP LOGIN clerk").onlyError().startsWith("15151 16 1 "));
        }
    }

    @Test
    void aLoginComesIntoItsOwnDatabaseOrNotAtAll() throws SQLException {
        range.run("CREATE LOGIN ann WITH PASSWORD = '" + PASSWORD + "', DEFAULT_DATABASE = Staging");
        assertEquals(4064, refusal("ann", PASSWORD));
        range.run("USE Staging; CREATE USER ann FOR LOGIN ann");
        try (RangeClient ann = as("ann", PASSWORD)) {
            assertEquals(
                    List.of(List.of("Staging")), ann.run("SELECT DB_NAME()").rows());
        }
        range.run("USE master; ALTER LOGIN ann WITH DEFAULT_DATABASE = master");
        as("ann", PASSWORD).close();
        range.run("DENY CONNECT SQL TO ann");
        assertEquals(18456, refusal("ann", PASSWORD));
    }

    @Test
    void aSidCanBeGivenOnce() throws SQLException {
        String sid = "0x" + "AB".repeat(16);
        assertEquals("[]", range.run("CREATE LOGIN a WITH PASSWORD = '" + PASSWORD + "', SID = " + sid));
        assertEquals(List.of(List.of("AB".repeat(16))), range.rows("SELECT SUSER_SID('a')"));
        assertEquals(
                "15433 16 1 Supplied parameter sid is in use.",
                range.run("CREATE LOGIN b WITH PASSWORD = '" + PASSWORD + "', SID = " + sid));
    }
}
