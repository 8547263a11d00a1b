package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.practice.server.state.KeyThumbprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CREATE ASYMMETRIC KEY FROM PROVIDER over the driver: the way to the vault, and what stands in it. */
final class ProviderKeyTest {

    private static final String KEYS = "SELECT name, DATALENGTH(thumbprint), pvt_key_encryption_type, provider_type"
            + " FROM sys.asymmetric_keys WHERE name = N'New_Key'";
    private static final String NEW = "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    /** With the build of 2020 loaded. */
    private void newBuild() throws SQLException {
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + FOLDER + NEW + "'");
        range.enable();
        range.restart();
    }

    @Test
    void aKeyThatIsOpenedShowsInTheCatalogAndTheRegistry() throws SQLException {
        int before = range.instance().ekm().registry().uris().size();
        assertEquals("[]", range.open("New_Key", "tde-key-2026"));
        assertEquals(List.of(List.of("New_Key", "20", "NA", "CRYPTOGRAPHIC PROVIDER")), range.rows(KEYS));
        Map<?, String> uris = range.instance().ekm().registry().uris();
        assertEquals(before + 1, uris.size());
        assertTrue(uris.values().stream()
                .anyMatch(u -> u.startsWith("https://keyturn-practice-vault.vault.azure.net/keys/tde-key-2026/")));
    }

    /** So that who looks at both can tell which key of the vault a key of the server is. */
    @Test
    void itsPublicHalfIsThatOfTheVaultsKey() throws SQLException {
        range.open("New_Key", "tde-key-2026");
        byte[] modulus = range.outside()
                .keys(range.range())
                .getKey("tde-key-2026")
                .getKey()
                .getN();
        for (int i = 0; i < modulus.length / 2; i++) {
            byte each = modulus[i];
            modulus[i] = modulus[modulus.length - 1 - i];
            modulus[modulus.length - 1 - i] = each;
        }
        String half = range.rows("SELECT CONVERT(varchar(max), public_key, 2) FROM sys.asymmetric_keys"
                        + " WHERE name = 'New_Key'")
                .getFirst()
                .getFirst();
        assertTrue(half.endsWith(HexFormat.of().withUpperCase().formatHex(modulus)), half);
    }

    @Test
    void theRegistryIsReadByTSql() throws SQLException {
        range.open("New_Key", "tde-key-2026");
        String thumbprint = range.rows("SELECT CONVERT(varchar(64), thumbprint, 2) FROM sys.asymmetric_keys"
                        + " WHERE name = 'New_Key'")
                .getFirst()
                .getFirst();
        List<List<String>> read = range.rows("EXEC master.dbo.xp_regread N'HKEY_LOCAL_MACHINE',"
                + " N'SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider\\Azure Key Vault\\"
                + "https://keyturn-practice-vault.vault.azure.net\\" + thumbprint + "', N'KeyUri'");
        assertEquals("KeyUri", read.getFirst().getFirst());
        assertTrue(read.getFirst()
                .getLast()
                .startsWith("https://keyturn-practice-vault.vault.azure.net/keys/tde-key-2026/"));
    }

    @Test
    void theProbeListsTheKeysOfTheVaultToWhoMaySignIn() throws SQLException {
        String probe = "SELECT key_name, key_length FROM sys.dm_cryptographic_provider_keys(1) ORDER BY key_name";
        assertEquals(
                List.of(
                        List.of("tde-key-2024", "2048"),
                        List.of("tde-key-2026", "2048"),
                        List.of("tde-key-3072", "3072")),
                range.rows(probe));
        range.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred");
        assertEquals(List.of(), range.rows(probe));
    }

    @Test
    void namesAreThoseThatTheBuildTakes() throws SQLException {
        String version = range.version("tde-key-2024");
        String pinned = "tde-key-2024/" + version;
        assertEquals(KeyRange.ofName(pinned, 2052), range.open("New_Key", pinned));
        assertEquals(
                KeyRange.ofName("tde-key-3072", 3)
                        .replace("Provider Error - No explanation is available, consult", "Not Supported - Consult"),
                range.open("New_Key", "tde-key-3072"));
        newBuild();
        assertEquals("[]", range.open("New_Key", pinned));
        assertEquals("[]", range.open("Large", "tde-key-3072"));
        assertEquals(
                List.of(List.of("2048")),
                range.rows("SELECT key_length FROM sys.asymmetric_keys WHERE name = 'Large'"));
        assertEquals(KeyRange.ofName("x".repeat(27), 2049), range.open("Long", "x".repeat(27)));
        assertEquals(KeyRange.ofName("none", 3112), range.open("None", "none"));
        assertEquals(KeyRange.ofName("a_b", 3110), range.open("Odd", "a_b"));
        assertEquals(
                KeyRange.ofName(pinned.replace(version, "0".repeat(32)), 3112),
                range.open("Odd", pinned.replace(version, "0".repeat(32))));
    }

    @Test
    void oldBuildsMakeShortThumbprintsOfNamesAndNeedNoRegistry() throws IOException, SQLException {
        try (KeyRange old = KeyRange.of("old-1040")) {
            old.change(i -> i.with(i.ekm().with(new KeyRegistry(false, Map.of()))));
            assertEquals("[]", old.open("New_Key", "tde-key-2026"));
            assertEquals(List.of(List.of("New_Key", "9", "NA", "CRYPTOGRAPHIC PROVIDER")), old.rows(KEYS));
            assertEquals(Map.of(), old.instance().ekm().registry().uris());
            old.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + FOLDER + NEW + "'");
            old.enable();
            old.restart();
            assertEquals(KeyRange.ofName("tde-key-2026", 2058), old.open("Again", "tde-key-2026"));
            old.change(i -> i.with(i.ekm().with(new KeyRegistry(true, Map.of()))));
            assertEquals("[]", old.open("Again", "tde-key-2026"), "the same key has another thumbprint now");
        }
    }

    @Test
    void aRegistryThatCannotBeWrittenIs2058AndOneThatNamesAnotherKeyIs2057() throws IOException, SQLException {
        try (KeyRange closed = KeyRange.of("no-registry")) {
            assertEquals(KeyRange.ofName("tde-key-2026", 2058), closed.open("New_Key", "tde-key-2026"));
            assertEquals("[]", closed.run("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY"));
        }
        var key = range.outside().keys(range.range()).getKey("tde-key-2026").getKey();
        var thumbprint = KeyThumbprint.of(new BigInteger(1, key.getN()), new BigInteger(1, key.getE()));
        range.ekm(e -> e.with(e.registry().with(thumbprint, "https://other.vault.azure.net/keys/x/1")));
        assertEquals(KeyRange.ofName("tde-key-2026", 2057), range.open("New_Key", "tde-key-2026"));
        assertEquals(List.of(), range.rows(KEYS));
    }

    @Test
    void withoutItsRegistryEntryADatabaseDoesNotOpen() throws SQLException {
        range.ekm(e -> e.with(new KeyRegistry(true, Map.of())));
        range.restart();
        assertTrue(range.log().stream().anyMatch(l -> l.contains("Provider error code: 2053.")));
    }

    @Test
    void theChecksComeInTheirOrder() throws SQLException {
        range.ekm(e -> e.with(new KeyRegistry(false, Map.of())));
        range.range().setFault("vault-unreachable");
        range.run("EXEC sp_configure 'show advanced options', 1; RECONFIGURE");
        range.run("EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE");
        range.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred");
        assertTrue(range.open("K", "none").startsWith("33053 16 1 "));
        range.run("EXEC sp_configure 'EKM provider enabled', 1; RECONFIGURE");
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE");
        assertEquals("33031 16 1 Cryptographic provider 'AzureKeyVault_EKM' is in disabled.", range.open("K", "none"));
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
        assertEquals(
                "33046 16 1 Server principal 'practice' has no credential associated with cryptographic provider"
                        + " 'AzureKeyVault_EKM'.",
                range.open("K", "none"));
        range.run("ALTER LOGIN practice ADD CREDENTIAL Azure_EKM_admin_cred");
        assertTrue(range.open("K", "none").matches("33028 16 1 Cannot open session .*code: 3106\\..*"));
        range.range().clearFault("vault-unreachable");
        assertEquals(KeyRange.ofName("none", 2058), range.open("K", "none"));
        range.ekm(e -> e.with(new KeyRegistry(true, Map.of())));
        assertEquals(KeyRange.ofName("none", 3112), range.open("K", "none"));
    }

    @Test
    void aCredentialWithoutASecretIs33047AndTheServiceAccountsIsTakenWhereThereIsNone() throws SQLException {
        range.run("ALTER CREDENTIAL Azure_EKM_admin_cred WITH IDENTITY = '" + KeyRange.VAULT + "'");
        assertEquals(
                "33047 16 1 Fail to obtain or decrypt secret for credential 'Azure_EKM_admin_cred'.",
                range.open("New_Key", "tde-key-2026"));
        range.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred");
        range.run("CREATE LOGIN [PRACTICE\\svc-sql] FROM WINDOWS");
        range.run(KeyRange.credential("service", KeyRange.SECRET));
        range.run("ALTER LOGIN [PRACTICE\\svc-sql] ADD CREDENTIAL service");
        assertEquals("[]", range.open("New_Key", "tde-key-2026"));
    }

    @Test
    void anOpenSessionOutlivesADisable() throws SQLException {
        String sessions = "SELECT [identity] FROM sys.dm_cryptographic_provider_sessions(0)";
        assertEquals(List.of(), range.rows(sessions));
        assertEquals("[]", range.open("New_Key", "tde-key-2026"));
        assertEquals(List.of(List.of(KeyRange.VAULT)), range.rows(sessions));
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE");
        assertEquals("[]", range.open("Again", "tde-key-2024"));
        try (RangeClient other = RangeClient.administrator(range.range())) {
            assertTrue(other.run("CREATE ASYMMETRIC KEY K FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME ="
                            + " 'tde-key-2024', CREATION_DISPOSITION = OPEN_EXISTING")
                    .onlyError()
                    .startsWith("33031 16 1 "));
        }
        range.client().close();
        try (RangeClient other = RangeClient.administrator(range.range())) {
            assertEquals(
                    List.of(List.of("0")),
                    other.run("SELECT COUNT(*) FROM sys.dm_cryptographic_provider_sessions(1) WHERE spid > 50")
                            .rows());
        }
    }
}
