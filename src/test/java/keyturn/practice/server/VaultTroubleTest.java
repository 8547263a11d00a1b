package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Outsider;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong at the vault, at its doors or on the way there, each time from outside: open databases live on, and
 * whatever unwraps their keys fails with the number and the code that belong to it.
 */
@BesideOthers
final class VaultTroubleTest {

    private static final String PROOF = "BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY";
    private static final String RESTORE = "RESTORE DATABASE Payroll FROM DISK = N'E:\\Backup\\p.bak' WITH REPLACE";
    private static final String PENDING =
            "SELECT COUNT(*) FROM sys.databases WHERE state_desc = N'RECOVERY_PENDING' AND database_id > 4";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    private void happens(String trouble) throws SQLException {
        Outsider outside = range.outside();
        switch (trouble) {
            case "policy" -> outside.allow(KeyRange.VAULT, "list");
            case "no right to unwrap" -> outside.allow(KeyRange.VAULT, "get", "list", "wrapKey");
            case "roles" -> outside.vault(KeyRange.VAULT, "{\"enableRbacAuthorization\":true}");
            case "firewall" -> outside.vault(KeyRange.VAULT, "{\"networkAcls\":{\"defaultAction\":\"Deny\"}}");
            case "private network" -> outside.vault(KeyRange.VAULT, "{\"publicNetworkAccess\":\"Disabled\"}");
            case "key deleted" -> outside.delete(range.range(), "tde-key-2024");
            case "vault deleted" -> outside.deleteVault(KeyRange.VAULT);
            default -> range.range().setFault(trouble);
        }
    }

    private void ends(String trouble) {
        Outsider outside = range.outside();
        switch (trouble) {
            case "policy", "no right to unwrap" -> outside.allow(KeyRange.VAULT, "get", "wrapKey", "unwrapKey");
            case "roles" -> outside.giveRole(KeyRange.VAULT);
            case "firewall" -> outside.vault(KeyRange.VAULT, "{\"networkAcls\":{\"defaultAction\":\"Allow\"}}");
            case "private network" -> outside.vault(KeyRange.VAULT, "{\"publicNetworkAccess\":\"Enabled\"}");
            case "key deleted" -> outside.recover(range.range(), "tde-key-2024");
            case "vault deleted" -> outside.recoverVault(KeyRange.VAULT);
            default -> range.range().clearFault(trouble);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "policy, 33049, 3113",
        "no right to unwrap, 33049, 3113",
        "roles, 33049, 3113",
        "firewall, 33049, 3113",
        "private network, 33049, 3113",
        "key deleted, 33049, 3112",
        "vault deleted, 33028, 3900",
        "dns-gone, 33028, 3900",
        "vault-unreachable, 33028, 3106",
        "drop-before@login, 33028, 3106",
        "throttle, 33028, 3109",
        "unavailable, 33028, 3111",
        "unavailable@login, 33028, 3111",
        "secret-rejected, 33028, 3303"
    })
    void openDatabasesLiveOnAndWhatUnwrapsTheirKeysFails(String trouble, String number, String code)
            throws SQLException {
        range.run("CREATE TABLE Sales.dbo.kept (n int); INSERT Sales.dbo.kept VALUES (7)");
        range.run("BACKUP DATABASE Payroll TO DISK = N'E:\\Backup\\p.bak'");
        happens(trouble);

        assertEquals(List.of(List.of("7")), range.rows("SELECT n FROM Sales.dbo.kept"));
        assertEquals("[]", range.run("INSERT Sales.dbo.kept VALUES (8)"));
        assertEquals(List.of(number, "3013"), range.numbers(PROOF));
        assertEquals(List.of(number, "1823", "5030", "7926"), range.numbers("DBCC CHECKDB (Sales)"));
        assertEquals(List.of(number, "3013"), range.numbers(RESTORE));
        range.run("ALTER DATABASE Archive SET OFFLINE");
        assertEquals(List.of(number, "5181", "5069"), range.numbers("ALTER DATABASE Archive SET ONLINE"));
        assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: " + code + "."));

        range.restart();
        assertEquals(List.of(List.of("4")), range.rows(PENDING));
        assertEquals("945", range.run("SELECT n FROM Sales.dbo.kept").substring(0, 3));
        assertEquals(
                4,
                range.log().stream()
                        .filter(l -> l.contains("Provider error code: " + code + "."))
                        .count());

        ends(trouble);
        range.restart();
        assertEquals(List.of(List.of("0")), range.rows(PENDING));
        assertEquals(List.of(List.of("7"), List.of("8")), range.rows("SELECT n FROM Sales.dbo.kept"));
        assertEquals("[]", range.run(PROOF));
        assertEquals("[]", range.run(RESTORE));
    }

    @Test
    void aSecretIsRolledAndTheOldOneRemoved() throws SQLException {
        String application =
                "/v1.0/applications(appId='" + range.range().offers().get("client") + "')";
        JsonNode made = range.outside()
                .graph("POST", application + "/addPassword", "{\"passwordCredential\":{\"displayName\":\"new\"}}");
        String old = range.outside()
                .graph("GET", application, "")
                .path("passwordCredentials")
                .path(0)
                .path("keyId")
                .asText();
        String secret =
                KeyRange.SECRET.substring(0, 32) + made.path("secretText").asText();
        assertEquals(
                "[]",
                range.run("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = '" + KeyRange.VAULT + "', SECRET = '"
                        + secret + "'"));
        assertEquals("[]", range.run(PROOF));
        range.outside().graph("POST", application + "/removePassword", "{\"keyId\":\"" + old + "\"}");
        assertTrue(
                range.client().errors(PROOF).getFirst().contains("Provider error code: 3303."),
                "until it starts anew the engine has the old one");
        range.restart();
        assertEquals(List.of(List.of("0")), range.rows(PENDING));
        assertEquals("[]", range.run(PROOF));
    }
}
