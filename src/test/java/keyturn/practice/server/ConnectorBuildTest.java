package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What builds of the connector do differently at the vault, and what a vault's key meets that is moved. */
@BesideOthers
final class ConnectorBuildTest {

    private static final String PROOF = "BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY";
    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    private static final String PENDING =
            "SELECT COUNT(*) FROM sys.databases WHERE state_desc = N'RECOVERY_PENDING' AND database_id > 4";

    /** Loads the build of 2020. */
    private static void renew(KeyRange range) throws SQLException {
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + FOLDER
                + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll'");
        range.enable();
        range.restart();
    }

    @Test
    void theBuildOf2020AsksAgainAndOlderOnesGiveUp() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("healthy")) {
            for (String trouble : List.of("throttle@vault:1", "unavailable@vault:2", "drop-before@vault:3")) {
                range.range().setFault(trouble);
                assertEquals(2, range.numbers(PROOF).size(), trouble);
                range.range().clearFault(trouble);
            }
            renew(range);
            for (String trouble : List.of("throttle@vault:1", "unavailable@vault:2", "drop-before@vault:3")) {
                range.range().setFault(trouble);
                assertEquals("[]", range.run(PROOF), trouble);
                range.range().clearFault(trouble);
            }
            range.range().setFault("throttle");
            assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3109."), "not for ever");
        }
    }

    @Test
    void aConnectorThatKnowsKeysByNameGetsLostBetweenTwoVersions() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("old-1040")) {
            assertEquals("[]", range.run(PROOF));
            range.outside().keys(range.range()).createRsaKey(new CreateRsaKeyOptions("tde-key-2024").setKeySize(2048));
            assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3110."));
            range.restart();
            assertEquals(List.of(List.of("4")), range.rows(PENDING));
        }
    }

    @Test
    void theNewerConnectorOpensWhatHangsOnAShortThumbprint() throws IOException, SQLException {
        try (KeyRange range = KeyRange.of("old-1040")) {
            assertEquals(
                    List.of(List.of("tde-key-2024".length() * 6 / 8 + "")),
                    range.rows("SELECT DATALENGTH(thumbprint) FROM sys.asymmetric_keys"));
            renew(range);
            assertEquals(List.of(List.of("0")), range.rows(PENDING));
            assertEquals("[]", range.run(PROOF));
        }
    }

    @Test
    void aKeyThatIsRestoredInAnotherVaultIsFoundThere() throws IOException, SQLException {
        String spare = "keyturn-practice-spare";
        try (KeyRange range = KeyRange.of("healthy")) {
            byte[] blob = range.outside().keys(range.range()).backupKey("tde-key-2024");
            range.outside().deleteVault(KeyRange.VAULT);
            range.restart();
            assertEquals(List.of(List.of("4")), range.rows(PENDING));

            range.outside()
                    .keys(range.range(), range.range().cloud().address(spare))
                    .restoreKeyBackup(blob);
            range.run("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = '" + spare + "', SECRET = '"
                    + KeyRange.SECRET + "'");
            assertEquals("[]", range.run("ALTER DATABASE Sales SET ONLINE"), "without a restart, one by one");
            range.restart();
            assertEquals(List.of(List.of("0")), range.rows(PENDING));
            assertEquals("[]", range.run(PROOF));
            assertTrue(
                    range.instance().ekm().registry().uris().values().stream()
                            .allMatch(u -> u.startsWith("https://" + spare + ".vault.azure.net/keys/tde-key-2024/")),
                    "the registry tells of the new vault");
        }
    }
}
