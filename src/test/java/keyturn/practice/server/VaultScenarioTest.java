package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.KeyProperties;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each scenario about the vault, its secret and the connector's surroundings brings about. */
final class VaultScenarioTest {

    private static final String PROOF = "BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY";
    private static final String PENDING =
            "SELECT COUNT(*) FROM sys.databases WHERE state_desc = N'RECOVERY_PENDING' AND database_id > 4";

    private static long told(KeyRange range, String part) {
        return range.log().stream().filter(l -> l.contains(part)).count();
    }

    /** Open at first, with a proof that fails; after a restart all four wait. */
    private static void losesAll(KeyRange range, String number, String code) throws SQLException {
        assertEquals(List.of(List.of("0")), range.rows(PENDING));
        assertEquals(List.of(number, "3013"), range.numbers(PROOF));
        assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: " + code + "."));
        range.restart();
        assertEquals(List.of(List.of("4")), range.rows(PENDING));
        assertEquals(4, told(range, "Provider error code: " + code + "."));
    }

    @Test
    void anExpiredSecretShowsInTheProofAndAtTheStart() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("secret-expired")) {
            losesAll(range, "33028", "3303");
            assertTrue(range.open("New_Key", "tde-key-2026").startsWith("33028 16 1 "));
        }
    }

    @Test
    void aSecretThatExpiresSoonIsSoundAndNothingTells() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("secret-expiring")) {
            assertEquals("[]", range.run(PROOF));
            Instant soon = Instant.now().plus(Duration.ofDays(9));
            String end = range.outside()
                    .graph(
                            "GET",
                            "/v1.0/applications(appId='"
                                    + range.range().offers().get("client") + "')",
                            "")
                    .path("passwordCredentials")
                    .path(0)
                    .path("endDateTime")
                    .asText();
            Instant until = Instant.parse(end);
            assertTrue(until.isBefore(soon) && until.isAfter(soon.minus(Duration.ofDays(1))));
        }
    }

    @Test
    void aDisabledVersionIsMissedThoughThereIsANewerOne() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("old-version-disabled")) {
            assertEquals("[]", range.open("New_Key", "tde-key-2024"), "a bare name leads to the newer version");
            losesAll(range, "33049", "3113");
        }
    }

    @Test
    void aVaultThatIsGoneHasNoAddress() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("vault-lost")) {
            losesAll(range, "33028", "3900");
        }
    }

    @Test
    void aVaultOfAnotherTenantSendsToASignInThatKnowsNobody() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("wrong-tenant")) {
            losesAll(range, "33028", "3128");
        }
    }

    @Test
    void withoutItsRuntimeTheNewerFileDoesNotLoad() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("no-vcredist")) {
            String folder = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
            String error = range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + folder
                    + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll'");
            assertTrue(error.startsWith("33027 16 1 Cannot load library"), error);
            assertEquals("[]", range.run(PROOF));
        }
    }

    @Test
    void theRightsOfTheApplicationCount() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("healthy")) {
            range.outside().allow(KeyRange.VAULT, "list");
            assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3113."));
            assertEquals(KeyRange.ofName("tde-key-2026", 3113), range.open("New_Key", "tde-key-2026"));
        }
    }

    @Test
    void aDeletedKeyCannotBeOpened() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("healthy")) {
            range.outside().delete(range.range(), "tde-key-2026");
            range.outside().delete(range.range(), "tde-key-2024");
            assertEquals(KeyRange.ofName("tde-key-2026", 3112), range.open("New_Key", "tde-key-2026"));
            assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3112."));
        }
    }

    @Test
    void aBackupNeedsTheKeyThatItWasTakenUnder() throws IOException, SQLException {
        String restore = "RESTORE DATABASE Payroll FROM DISK = N'E:\\Backup\\Payroll_old.bak' WITH REPLACE";
        try (KeyRange range = KeyRange.of("healthy")) {
            assertEquals("[]", range.run("BACKUP DATABASE Payroll TO DISK = N'E:\\Backup\\Payroll_old.bak'"));
            range.ready("New_Key", "tde-key-2026");
            for (String database : List.of("Sales", "Ledger", "Payroll", "Archive")) {
                assertEquals(
                        "[]",
                        range.run("USE " + database
                                + "; ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY New_Key"));
            }
            assertEquals("[]", range.run("USE master; DROP LOGIN TDE_Login; DROP ASYMMETRIC KEY TDE_Key_2024"));
            assertEquals(List.of("33111", "3013"), range.numbers(restore));
            assertTrue(
                    range.client().errors(restore).getFirst().startsWith("33111 16 4 Cannot find server asymmetric"));
            range.ready("Old_Key", pinned(range));
            assertEquals("[]", range.run(restore));
        }
    }

    /** The key in use by its version, which the older build takes in no name: the newer one is loaded first. */
    private static String pinned(KeyRange range) throws SQLException {
        range.run(
                "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'C:\\Program Files\\SQL Server Connector for"
                        + " Microsoft Azure Key Vault\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll'");
        range.enable();
        range.restart();
        return "tde-key-2024/"
                + range.outside().keys(range.range()).listPropertiesOfKeyVersions("tde-key-2024").stream()
                        .min(Comparator.comparing(KeyProperties::getCreatedOn))
                        .orElseThrow()
                        .getVersion();
    }
}
