package keyturn.practice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import keyturn.practice.vault.Unwritten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario file that breaks a rule is refused with file, line and rule. */
final class ScenariosTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 12, 0);

    private static String healthy() throws IOException {
        return text("healthy");
    }

    private static String text(String scenario) throws IOException {
        try (InputStream in =
                ScenariosTest.class.getResourceAsStream("/keyturn/practice/scenario/" + scenario + ".json")) {
            assertTrue(in != null);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String faultOf(String text) {
        return String.valueOf(assertThrows(ScenarioFault.class, () -> Scenarios.read("x", "x.json", text, NOW))
                .getMessage());
    }

    @Test
    void everyScenarioLoadsAndSaysWhatItIs() {
        assertFalse(Scenarios.all().isEmpty());
        for (Scenarios.Summary summary : Scenarios.all()) {
            assertFalse(summary.about().isBlank());
            assertEquals("practice", Scenarios.load(summary.name(), NOW).administrator());
        }
    }

    @Test
    void theSameScenarioGivesTheSameFacts() {
        assertEquals(
                Scenarios.load("healthy", NOW).instance(),
                Scenarios.load("healthy", NOW).instance());
    }

    @Test
    void anUnknownScenarioNamesTheKnownOnes() {
        var e = assertThrows(ScenarioFault.class, () -> Scenarios.load("helthy", NOW));
        assertEquals(
                "scenario 'helthy': there is none of this name; known: " + String.join(" ", Scenarios.names()),
                e.getMessage());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "recovery": "SIMPLE"                 | "recovry": "SIMPLE"       | unknown key 'recovry'
            "machine": "PRACTICE01",             |                           | missing key 'machine'
            "machine": "PRACTICE01"              | "machine": "SQLPROD01"    | 'machine' must be a name that begins with PRACTICE
            "ekmProviderEnabled": true           | "ekmProviderEnabled": 1   | 'ekmProviderEnabled' must be true or false
            "bits": 2048                         | "bits": 4096              | 'bits' must be 2048 to 3072, not 4096
            "key": "TDE_Key_2024", "setBefore"   | "key": "Other", "setBefore" | the database's key is wrapped by 'Other', which is not among 'keys'
            "startedBefore": "P12DT3H"           | "startedBefore": "12 days" | 'startedBefore' must be a time span
            "login": "TDE_Login"                 | "login": "Nobody"         | the credential names the login 'Nobody'
            "sqlVersion": "16.0.4225.2"          | "sqlVersion": "12.0.1.1"  | 'sqlVersion' must be a version from 13 to 17
            """)
    void aBrokenRuleIsNamedWithItsLine(String good, String bad, String rule) throws IOException {
        String text = healthy();
        assertTrue(text.contains(good));
        String broken = text.replaceFirst(
                java.util.regex.Pattern.quote(good), bad == null ? "" : java.util.regex.Matcher.quoteReplacement(bad));
        String message = faultOf(broken);
        assertTrue(message.matches("(?s)x\\.json:\\d+: .*"), message);
        assertTrue(message.contains(rule), message);
    }

    @Test
    void whatNoDocumentTellsOfTheServiceMayBeSaidOtherwise() throws IOException {
        String switches = "\"azure\": { \"switches\": { %s } },\n  \"databases\":";
        String text = healthy();
        var chosen = Scenarios.read(
                "x",
                "x.json",
                text.replace(
                        "\"databases\":",
                        switches.formatted("\"disabledKeyCode\": \"Off\", \"emptyOperations\": \"none\"")),
                NOW);
        assertEquals(
                java.util.Map.of(Unwritten.DISABLED_KEY, "Off", Unwritten.EMPTY_OPERATIONS, "none"),
                chosen.cloud().vaults().unwritten().chosen());
        String directory = "\"directory\": { \"switches\": { \"declinedNumber\": \"65004\" } },\n  \"databases\":";
        assertEquals(
                java.util.Map.of(keyturn.practice.directory.Unwritten.DECLINED, "65004"),
                Scenarios.read("x", "x.json", text.replace("\"databases\":", directory), NOW)
                        .cloud()
                        .directory()
                        .unwritten()
                        .chosen());
        String bad = text.replace("\"databases\":", switches.formatted("\"foreignBackupStatus\": \"200\""));
        assertTrue(faultOf(bad).contains("'foreignBackupStatus' must be"), faultOf(bad));
        String none = text.replace("\"databases\":", switches.formatted("\"disabledKey\": \"Off\""));
        assertTrue(faultOf(none).contains("known here: disabledKeyCode"), faultOf(none));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ag3 | AG1\\\\KEYTURN", "role | AG9\\\\KEYTURN", "role | this server, is not among 'replicas'
            ag3 | "role": "PRIMARY", | | one replica, and only one, has the 'role' PRIMARY
            ag3 | "ASYNCHRONOUS_COMMIT" | "ASYNCHRONOUS_COMMIT", "failover": "AUTOMATIC" | automatic failover needs
            ag3 | ["Sales", "Ledger", "Payroll"] | ["Sales", "Archive"] | 'Archive' is in a group and not in FULL recovery
            ag3 | "cluster": | "clutser": | availability groups need 'cluster'
            fci2 | "name": "PRACTICEN1", "owner": true | "name": "PRACTICEN1" | one node, and only one, is the 'owner'
            mirrored | "role": "PRINCIPAL" | "role": "MASTER" | 'role' must be one of PRINCIPAL MIRROR
            logshipped | "database": "Ledger" | "database": "Ledgers" | 'Ledgers' is not among 'databases'
            key-gone | "vault": "keyDisabled" | "vault": "off" | one of open keyDisabled keyGone
            not-open | "state": 2, "percent": 37 | "state": 3, "percent": 37 | 'percent' belongs to a running scan
            busy | "dailyAt": "22:00" | "dailyAt": "10 pm" | 'dailyAt' must be a time of day such as 22:30
            busy | "login": "practice", "program" | "login": "nobody", "program" | names the login 'nobody'
            busy | "credential": "Azure_EKM_billing_cred" | "credential": "other" | the session holds 'other'
            busy | "certificate": "TDE_Cert" | "certificate": "Cert" | 'Cert', which is not among 'certificates'
            busy | "backup-key", | "backup-key", "database": "Sale", | lies in 'Sale', which is not among 'databases'
            busy | "backupKey": "Backup_Key" | "backupKey": "Key" | backups are encrypted by 'Key'
            healthy | "rights": ["get", | "rights": ["fly", | 'rights' may hold backup create delete get list
            healthy | "keyturn-practice-vault",~    "client" | "No_Vault",~    "client" | 'name' must be 3 to 24 small letters
            healthy | "00000000-7072 | "7072 | 'client' must be a GUID
            healthy | "versions": 1 }, | "versions": 0 }, | 'versions' must be 1 to 100, not 0
            healthy | "showAdvanced": false | "scanMegabytesPerSecond": 0 | 'scanMegabytesPerSecond' must be 1 to 1000000
            no-registry | "writable": false | "readable": false | unknown key 'readable'; known here: writable
            """)
    void eachScenarioKeepsTheRulesOfItsOwnParts(String scenario, String good, String bad, String rule)
            throws IOException {
        String text = text(scenario);
        String wanted = good.replace('~', '\n');
        assertTrue(text.contains(wanted), wanted);
        String message = faultOf(text.replace(wanted, bad == null ? "" : bad.replace('~', '\n')));
        assertTrue(message.matches("(?s)x\\.json:\\d+: .*"), message);
        assertTrue(message.contains(rule), message);
    }

    @Test
    void theLineIsThatOfTheFault() throws IOException {
        String text = healthy();
        int line =
                (int) text.substring(0, text.indexOf("\"bits\": 2048")).lines().count();
        assertTrue(faultOf(text.replace("\"bits\": 2048", "\"bits\": 1")).startsWith("x.json:" + line + ": "));
    }

    @Test
    void brokenJsonIsNamedWithItsLine() {
        assertTrue(faultOf("{\n  \"about\": oops\n}").startsWith("x.json:2: "));
    }
}
