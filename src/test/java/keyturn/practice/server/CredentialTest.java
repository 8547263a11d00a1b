package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CREATE, ALTER and DROP CREDENTIAL over the driver, and what a new secret means to the engine. */
final class CredentialTest {

    private static final String ROWS = "SELECT credential_identity, target_type, target_id FROM sys.credentials"
            + " WHERE name = N'c' AND modify_date >= create_date";

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
    void aCredentialForTheProviderShowsInTheCatalogWithoutItsSecret() throws SQLException {
        assertEquals("[]", range.run(KeyRange.credential("c", "whatever")));
        assertEquals(List.of(List.of(KeyRange.VAULT, "CRYPTOGRAPHIC PROVIDER", "1")), range.rows(ROWS));
        assertEquals("[]", range.run("ALTER CREDENTIAL c WITH IDENTITY = N'other', SECRET = 'x'"));
        assertEquals(List.of(List.of("other", "CRYPTOGRAPHIC PROVIDER", "1")), range.rows(ROWS));
        assertEquals("[]", range.run("DROP CREDENTIAL c"));
        assertEquals(List.of(), range.rows(ROWS));
    }

    @Test
    void oneForNoProviderHasNoTarget() throws SQLException {
        assertEquals("[]", range.run("CREATE CREDENTIAL c WITH IDENTITY = 'PRACTICE\\backup'"));
        assertEquals(List.of(List.of("PRACTICE\\backup", "null", "null")), range.rows(ROWS));
    }

    @Test
    void namesAndLengthsAreChecked() throws SQLException {
        range.run(KeyRange.credential("c", "s"));
        assertEquals(
                "15530 16 1 The credential with name \"C\" already exists.",
                range.run("CREATE CREDENTIAL C WITH IDENTITY = 'x'"));
        assertEquals(
                "15006 16 1 '#c' is not a valid name because it contains invalid characters.",
                range.run("CREATE CREDENTIAL [#c] WITH IDENTITY = 'x'"));
        assertEquals("[]", range.run("CREATE CREDENTIAL [##c] WITH IDENTITY = 'x'"));
        assertEquals(
                "15540 16 1 The identity string is too long. The identity string should contain no more than 4000"
                        + " characters.",
                range.run("CREATE CREDENTIAL d WITH IDENTITY = '" + "x".repeat(4001) + "'"));
        assertEquals("[]", range.run("CREATE CREDENTIAL d WITH IDENTITY = 'x', SECRET = '" + "s".repeat(200) + "'"));
    }

    @Test
    void whatIsNotThereIs15151() throws SQLException {
        String text = "15151 16 1 Cannot %s the %s 'none', because it does not exist or you do not have permission.";
        assertEquals(text.formatted("alter", "credential"), range.run("ALTER CREDENTIAL none WITH IDENTITY = 'x'"));
        assertEquals(text.formatted("drop", "credential"), range.run("DROP CREDENTIAL none"));
        assertEquals(
                text.formatted("find", "cryptographic provider"),
                range.run("CREATE CREDENTIAL c WITH IDENTITY = 'x' FOR CRYPTOGRAPHIC PROVIDER none"));
    }

    @Test
    void oneThatALoginHoldsIsNotDropped() throws SQLException {
        String text = "15541 16 1 Cannot drop the credential '%s' because it is used by a server principal.";
        assertEquals(text.formatted("Azure_EKM_TDE_cred"), range.run("DROP CREDENTIAL Azure_EKM_TDE_cred"));
        range.run("CREATE CREDENTIAL slot WITH IDENTITY = 'x'; ALTER LOGIN reader WITH CREDENTIAL = slot");
        assertEquals(text.formatted("slot"), range.run("DROP CREDENTIAL slot"));
        range.run("ALTER LOGIN reader WITH NO CREDENTIAL");
        assertEquals("[]", range.run("DROP CREDENTIAL slot"));
    }

    @Test
    void theReaderMayNot() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range.range())) {
            assertEquals(
                    "15247 16 1 User does not have permission to perform this action.",
                    reader.run("CREATE CREDENTIAL c WITH IDENTITY = 'x'").onlyError());
            assertTrue(
                    reader.run("DROP CREDENTIAL Azure_EKM_TDE_cred").onlyError().startsWith("15151 16 1 "));
            range.run("GRANT ALTER ANY CREDENTIAL TO reader");
            assertEquals(
                    "[]", reader.run("CREATE CREDENTIAL c WITH IDENTITY = 'x'").onlyError());
            assertTrue(reader.run("CREATE CREDENTIAL [##c] WITH IDENTITY = 'x'")
                    .onlyError()
                    .startsWith("15247 16 1 "));
        }
    }

    @Test
    void withKeyManagementOffACredentialForAProviderIs33053() throws SQLException {
        range.run("EXEC sp_configure 'show advanced options', 1; RECONFIGURE");
        range.run("EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE");
        assertTrue(range.run(KeyRange.credential("c", "s")).startsWith("33053 16 1 "));
        assertEquals("[]", range.run("CREATE CREDENTIAL c WITH IDENTITY = 'x'"));
    }

    @Test
    void from2025OnALongSecretIsRefused() throws IOException, SQLException {
        try (KeyRange newest = KeyRange.of("no-vcredist")) {
            assertEquals(
                    "33067 16 1 Secret provided can not contain more than 120 characters. Please provide a valid"
                            + " credential.",
                    newest.run("CREATE CREDENTIAL c WITH IDENTITY = 'x', SECRET = '" + "s".repeat(121) + "'"));
        }
    }

    @Test
    void theEngineGoesOnWithTheOldSecretUntilARestart() throws SQLException {
        String proof = "BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY";
        assertEquals(
                "[]",
                range.run("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = '" + KeyRange.VAULT + "', SECRET = '"
                        + KeyRange.SECRET + "x'"));
        assertEquals("[]", range.run(proof));
        range.restart();
        assertEquals(
                List.of(List.of("Archive"), List.of("Ledger"), List.of("Payroll"), List.of("Sales")),
                range.rows("SELECT name FROM sys.databases WHERE state_desc = 'RECOVERY_PENDING' ORDER BY name"));
        assertTrue(range.log().stream()
                .anyMatch(l -> l.startsWith("Cannot open session for cryptographic provider")
                        && l.contains("Provider error code: 3303.")));
        range.run("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = '" + KeyRange.VAULT + "', SECRET = '"
                + KeyRange.SECRET + "'");
        assertEquals("[]", range.run("ALTER DATABASE Sales SET ONLINE"));
        assertEquals("[]", range.run(proof));
    }

    @Test
    void anAlterWithoutASecretLeavesNone() throws SQLException {
        range.run("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = '" + KeyRange.VAULT + "'");
        range.restart();
        assertTrue(range.log().contains("Fail to obtain or decrypt secret for credential 'Azure_EKM_TDE_cred'."));
    }

    @Test
    void codesTellWhatIsWrongWithTheIdentityOrTheSecret(@TempDir Path folder) throws IOException, SQLException {
        Path log = folder.resolve("log.jsonl");
        try (Range logged = Range.start(RangeOptions.of("healthy").withLog(log));
                RangeClient client = RangeClient.administrator(logged)) {
            client.run("ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred");
            assertEquals("2050", code(logged, "short"));
            assertEquals("3128", code(logged, "x".repeat(32)));
            assertEquals(
                    "3128", code(logged, logged.offers().get("client") + "a secret behind an id with its hyphens"));
            assertEquals("3303", code(logged, KeyRange.SECRET.substring(0, 32)), "the id alone");
            assertEquals("3303", code(logged, KeyRange.SECRET + "x"));
            assertEquals("[]", code(logged, KeyRange.SECRET));
            assertEquals("3900", code(logged, "other-vault", KeyRange.SECRET));
            assertEquals("[]", code(logged, KeyRange.VAULT + ".vault.azure.net", KeyRange.SECRET));
        }
        String all = Files.readString(log);
        assertTrue(all.contains("SECRET = '***'"));
        assertTrue(!all.contains("NotASecret"), "the log holds no secret");
    }

    private static String code(Range range, String secret) throws SQLException {
        return code(range, KeyRange.VAULT, secret);
    }

    /** What a new session of an own login meets that is given such a credential. */
    private static String code(Range range, String identity, String secret) throws SQLException {
        try (RangeClient client = RangeClient.administrator(range)) {
            client.run("CREATE CREDENTIAL probe WITH IDENTITY = '" + identity + "', SECRET = '" + secret
                    + "' FOR CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM; ALTER LOGIN practice ADD CREDENTIAL probe");
            String error = client.run("CREATE ASYMMETRIC KEY Probe FROM PROVIDER AzureKeyVault_EKM"
                            + " WITH PROVIDER_KEY_NAME = 'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING")
                    .onlyError();
            client.run("DROP ASYMMETRIC KEY Probe");
            client.run("ALTER LOGIN practice DROP CREDENTIAL probe; DROP CREDENTIAL probe");
            return error.startsWith("33028 16 1 ") ? error.replaceAll(".*Provider error code: (\\d+).*", "$1") : error;
        }
    }
}
