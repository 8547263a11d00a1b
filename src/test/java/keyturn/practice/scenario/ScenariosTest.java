package keyturn.practice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario file that breaks a rule is refused with file, line and rule. */
final class ScenariosTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 12, 0);

    private static String healthy() throws IOException {
        try (InputStream in = ScenariosTest.class.getResourceAsStream("/keyturn/practice/scenario/healthy.json")) {
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
                "scenario 'helthy': there is none of this name; known: healthy disabled-after old-2016",
                e.getMessage());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
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
