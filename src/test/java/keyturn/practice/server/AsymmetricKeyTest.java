package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** CREATE, ALTER and DROP ASYMMETRIC KEY over the driver, in all their forms. */
@BesideOthers
final class AsymmetricKeyTest {

    private static final String KEYS = "SELECT name, DATALENGTH(thumbprint), pvt_key_encryption_type, provider_type"
            + " FROM sys.asymmetric_keys WHERE name = N'New_Key'";
    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    @Test
    void aNewVersionOfAKeyIsAnotherKeyAndTheSameOneIs15396() throws SQLException {
        assertEquals("[]", range.open("New_Key", "tde-key-2024"));
        assertEquals(List.of(List.of("2")), range.rows("SELECT COUNT(DISTINCT thumbprint) FROM sys.asymmetric_keys"));
        String text =
                "15396 16 1 An asymmetric key with name '%s' already exists or this asymmetric key already has been"
                        + " added to the database.";
        assertEquals(text.formatted("Again"), range.open("Again", "tde-key-2024"));
        assertEquals(text.formatted("new_key"), range.open("new_key", "tde-key-2026"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FROM PROVIDER None WITH PROVIDER_KEY_NAME = 'tde-key-2026' | 15151 16 1 Cannot find the cryptographic provider 'None'
            FROM PROVIDER AzureKeyVault_EKM WITH ALGORITHM = RSA_2048, PROVIDER_KEY_NAME = 'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING | 33034 16 1 Cannot specify algorithm
            FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME = 'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING ENCRYPTION BY PASSWORD = 'x' | 33040 16 1 Cryptographic provider key cannot
            FROM PROVIDER AzureKeyVault_EKM WITH ALGORITHM = AES_256, PROVIDER_KEY_NAME = 'n' | 33088 16 1 The algorithm: AES_256 is
            FROM PROVIDER AzureKeyVault_EKM WITH ALGORITHM = RSA_512, PROVIDER_KEY_NAME = 'n' | 33033 16 1 Specified key type or option 'RSA_512'
            FROM PROVIDER AzureKeyVault_EKM WITH ALGORITHM = RSA_2048, PROVIDER_KEY_NAME = 'n' | 33035 16 1 Cannot create key 'n' in the provider. Provider error code: 3.
            FROM PROVIDER AzureKeyVault_EKM WITH CREATION_DISPOSITION = OPEN_EXISTING | 33049 16 2 Key with name '' does
            AUTHORIZATION nobody FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME = 'n' | 15151 16 1 Cannot find the user 'nobody'
            FROM FILE = 'x' | 15208 16 1 The certificate, asymmetric key
            FROM ASSEMBLY x | 15151 16 1 Cannot find the assembly 'x'
            WITH ALGORITHM = RSA_2048 | 15581 16 1 Please create a master key
            WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x' | 15314 16 1 Either no algorithm
            """)
    void otherFormsAreRefused(String rest, String error) throws SQLException {
        String got = range.run("CREATE ASYMMETRIC KEY New_Key " + rest);
        assertTrue(got.startsWith(error), got);
        assertEquals(List.of(), range.rows(KEYS));
    }

    @Test
    void aKeyByPasswordNeedsNoProvider() throws SQLException {
        assertEquals(
                "[]",
                range.run("CREATE ASYMMETRIC KEY New_Key AUTHORIZATION dbo WITH ALGORITHM = RSA_2048"
                        + " ENCRYPTION BY PASSWORD = 'Practice-1'"));
        assertEquals(List.of(List.of("New_Key", "8", "PW", "null")), range.rows(KEYS));
        assertEquals("[]", range.run("ALTER ASYMMETRIC KEY New_Key REMOVE PRIVATE KEY"));
        assertEquals("[]", range.run("DROP ASYMMETRIC KEY New_Key"));
        assertEquals(
                "33038 16 1 Operation is not supported by cryptographic provider key.",
                range.run("ALTER ASYMMETRIC KEY TDE_Key_2024 REMOVE PRIVATE KEY"));
    }

    @Test
    void whereTheConnectorMakesKeysCreateNewDoes() throws SQLException {
        range.ekm(e -> e.with(e.behaviour().makingKeys()));
        String make = "CREATE ASYMMETRIC KEY New_Key FROM PROVIDER AzureKeyVault_EKM WITH ALGORITHM = RSA_2048,"
                + " PROVIDER_KEY_NAME = 'made-here', CREATION_DISPOSITION = CREATE_NEW";
        range.outside().allow(KeyRange.VAULT, "get", "list");
        assertTrue(range.run(make).contains("Provider error code: 3113."), "no right to create");
        range.outside().allow(KeyRange.VAULT, "get", "list", "create", "delete");
        assertEquals("[]", range.run(make));
        assertEquals(List.of(List.of("New_Key", "20", "NA", "CRYPTOGRAPHIC PROVIDER")), range.rows(KEYS));
        assertEquals("[]", range.run("DROP ASYMMETRIC KEY New_Key REMOVE PROVIDER KEY"));
        assertEquals(KeyRange.ofName("made-here", 3112), range.open("Again", "made-here"));
    }

    @Test
    void aKeyThatIsNeededIsNotDropped() throws SQLException {
        assertEquals(
                "33127 16 1 The asymmetric key cannot be dropped because it is used by one or more databases to encrypt a"
                        + " Database Encryption Key.",
                range.run("DROP ASYMMETRIC KEY TDE_Key_2024"));
        range.ready("New_Key", "tde-key-2026");
        assertEquals(
                "15559 16 1 Cannot drop asymmetric key 'New_Key' because there is a login mapped to it.",
                range.run("DROP ASYMMETRIC KEY New_Key"));
        range.run("DROP LOGIN New_Key_login");
        assertEquals("[]", range.run("DROP ASYMMETRIC KEY New_Key"));
        assertEquals(
                "15151 16 1 Cannot drop the asymmetric key 'New_Key', because it does not exist or you do not have"
                        + " permission.",
                range.run("DROP ASYMMETRIC KEY New_Key"));
        assertEquals("[]", range.open("New_Key", "tde-key-2026"), "the vault's key stayed");
        range.outside().allow(KeyRange.VAULT, "get", "list");
        RangeClient.Answer dropped = range.client().run("DROP ASYMMETRIC KEY New_Key REMOVE PROVIDER KEY");
        assertEquals("[]", dropped.onlyError());
        assertTrue(dropped.infos().getFirst().startsWith("33036 Cannot drop the key with thumbprint '0x"));
        assertEquals(List.of(), range.rows(KEYS));
    }

    @Test
    void keysOfAnotherDatabaseAreItsOwn() throws SQLException {
        range.run("USE Sales");
        assertEquals("[]", range.open("New_Key", "tde-key-2024"));
        assertEquals(1, range.rows(KEYS).size());
        range.run("USE master");
        assertEquals(List.of(), range.rows(KEYS));
        assertEquals("[]", range.open("New_Key", "tde-key-2024"));
    }

    @Test
    void theReaderMayNot() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range.range())) {
            assertEquals(
                    "15247 16 1 User does not have permission to perform this action.",
                    reader.run("CREATE ASYMMETRIC KEY K WITH ALGORITHM = RSA_2048")
                            .onlyError());
            assertTrue(
                    reader.run("DROP ASYMMETRIC KEY TDE_Key_2024").onlyError().startsWith("15151 16 1 "));
        }
        assertFalse(range.rows("SELECT 1 FROM sys.asymmetric_keys").isEmpty());
    }
}
