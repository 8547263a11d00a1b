package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.ProductVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider's file can be like, who may sign in by it, and what breaks on the way to the vault. */
final class ProviderLoadTest {

    private static final String NEW =
            "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\15.0.2000.440\\"
                    + "Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String FROM_FILE = "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + NEW + "'";
    private static final String PROOF = "BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    /** Only the newer file is another. */
    private void file(UnaryOperator<DllFile> change) {
        range.ekm(e -> e.files(e.files().stream()
                .map(f -> f.path().equals(NEW) ? change.apply(f) : f)
                .toList()));
    }

    private static DllFile like(DllFile f, String name, int initialize, int properties, String api) {
        return new DllFile(
                f.path(),
                f.version(),
                f.guid(),
                f.date(),
                f.created(),
                f.size(),
                name,
                true,
                true,
                0,
                initialize,
                properties,
                api);
    }

    @Test
    void whatTheProviderSaysOfItselfIsChecked() throws SQLException {
        file(f -> like(f, "Azure", 0, 7, "1.1"));
        assertEquals(
                "33022 16 1 Cannot obtain cryptographic provider properties. Provider error code: 7.",
                range.run(FROM_FILE));
        file(f -> like(f, "Azure", 0, 0, "2.0"));
        assertEquals(
                "33032 16 1 SQL Crypto API version '02.00' implemented by provider is not supported. Supported version is"
                        + " '01.01'.",
                range.run(FROM_FILE));
        file(f -> like(f, " ", 0, 0, "1.1"));
        assertEquals("33025 16 1 Invalid cryptographic provider property: friendly name.", range.run(FROM_FILE));
        file(f -> like(f, "Azure", 1, 0, "1.1"));
        assertEquals(
                "33029 16 2 Cannot initialize cryptographic provider. Provider error code: 1.  (Failure - Consult EKM"
                        + " Provider for details)",
                range.run(FROM_FILE));
        file(f -> like(f, "Azure", 0, 0, "1.1"));
        assertEquals("[]", range.run(FROM_FILE));
    }

    @Test
    void aLongPathAndAnotherProductAreRefused() throws SQLException {
        assertEquals(
                "33023 16 1 The file path is too long. Maximum allowed length is 256 bytes.",
                range.run("CREATE CRYPTOGRAPHIC PROVIDER p FROM FILE = 'C:\\" + "x".repeat(256) + ".dll'"));
        file(f -> new DllFile(
                f.path(), f.version(), new UUID(1, 2), f.date(), f.created(), 1, "Other", true, true, 0, 0, 0, "1.1"));
        assertTrue(range.run(FROM_FILE).startsWith("33024 16 1 Cryptographic provider guid '00000000-"));
    }

    @Test
    void whereVersionsMustMatchAReplacedFileIsNotLoaded() throws SQLException {
        ProductVersion other = ProductVersion.of("15.0.2000.367");
        range.run(FROM_FILE);
        range.enable();
        file(f ->
                new DllFile(f.path(), other, f.guid(), f.date(), f.created(), 1, "Azure", true, true, 0, 0, 0, "1.1"));
        range.restart();
        assertEquals("[]", range.run(PROOF));
        range.ekm(e -> e.with(e.behaviour().matchingVersions()));
        range.restart();
        assertEquals(
                List.of(List.of("4")),
                range.rows("SELECT COUNT(*) FROM sys.databases WHERE state_desc = N'RECOVERY_PENDING'"));
        assertEquals("33030 16 1 Cryptographic provider is not available.", range.open("New_Key", "tde-key-2026"));
        assertEquals("[]", range.run(FROM_FILE));
        range.enable();
        assertEquals("[]", range.open("New_Key", "tde-key-2026"), "nothing was loaded, so that this is");
        range.restart();
        assertEquals("[]", range.run(PROOF));
    }

    @Test
    void aProviderThatIsGoneIs33082() throws SQLException {
        range.ekm(e -> e.providers(List.of()));
        assertEquals(
                "33082 16 1 Cannot find Cryptographic provider library with guid"
                        + " '3A9E1C60-5B7D-4F02-9C31-7E0D2B64A815'.",
                range.client().errors(PROOF).getFirst());
    }

    @Test
    void theMachineHasNoIdentityOfItsOwn() throws SQLException {
        range.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred");
        range.run("CREATE CREDENTIAL [keyturn-practice-vault.vault.azure.net] WITH IDENTITY = 'Managed Identity'"
                + " FOR CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM");
        range.run("ALTER LOGIN practice ADD CREDENTIAL [keyturn-practice-vault.vault.azure.net]");
        assertTrue(range.open("New_Key", "tde-key-2026").startsWith("37576 16 2 The current SQL Server Connector"));
        range.run(FROM_FILE);
        range.enable();
        range.restart();
        assertTrue(range.open("New_Key", "tde-key-2026").startsWith("37563 16 2 The primary managed identity"));
    }

    @Test
    void whoActsAsAnotherHasNoSession() throws SQLException {
        range.run("EXECUTE AS LOGIN = 'reader'; REVERT");
        range.run("GRANT CONTROL SERVER TO reader");
        range.run("EXECUTE AS LOGIN = 'reader'");
        assertEquals(
                "33048 16 1 Cannot use cryptographic provider under non-primary security context.",
                range.open("New_Key", "tde-key-2026"));
        range.run("REVERT");
        assertEquals("[]", range.open("New_Key", "tde-key-2026"));
    }

    @Test
    void theVaultCanBeMadeToRefuse() throws SQLException {
        range.range().setFault("secret-rejected");
        assertTrue(range.open("New_Key", "tde-key-2026").contains("Provider error code: 3303."));
        assertEquals("[]", range.run(FROM_FILE), "to load a file the vault is not needed");
        range.range().clearFault("secret-rejected");
        range.range().setFault("throttle@backup-database:1");
        assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3109."));
        assertEquals("[]", range.run(PROOF));
    }

    @Test
    void theProviderCanBeMadeToAnswerACode() throws SQLException {
        range.ready("New_Key", "tde-key-2026");
        range.range().setFault("provider-code=3109@create-asymmetric-key:1");
        range.range().setFault("provider-code=3109@alter-encryption-key:1");
        range.range().setFault("hollow@drop-login:1");
        assertTrue(range.open("Other", "tde-key-2024").matches("33028 16 1 .*Provider error code: 3109\\..*"));
        assertEquals("[]", range.open("Other", "tde-key-2024"));
        range.run("USE Sales");
        String rewrap = "ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY New_Key";
        assertTrue(range.run(rewrap).matches("33028 16 1 .*Provider error code: 3109\\..*"));
        assertEquals("[]", range.run(rewrap));
        assertEquals("[]", range.run("DROP LOGIN New_Key_login"));
        assertEquals(
                List.of(List.of("1")),
                range.rows("SELECT COUNT(*) FROM sys.server_principals WHERE name = 'New_Key_login'"));
    }
}
