package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tours of the practice range, told in the terminal. */
final class TourTest {

    private static final List<String> CHAPTERS = List.of("1. Inspect", "2. Plan", "3. Approve", "4. Run", "5. Verify");

    @Test
    void aRotationIsToldFromTheFirstLookToTheEvidence() {
        Command.Ended tour = InProcess.say("tour", "rotate-key");

        assertEquals(0, tour.exit(), tour.all());
        List<String> lines = tour.text().lines().toList();
        assertEquals(
                CHAPTERS,
                lines.stream()
                        .flatMap(line -> CHAPTERS.stream().filter(line::contains))
                        .toList());
        for (String part : List.of(
                "PRACTICE",
                "key rotation, scenario healthy",
                "sha256:",
                "Add-AzKeyVaultKey",
                "Test-KeyturnVaultKey",
                "ALTER DATABASE ENCRYPTION KEY",
                "evidence.json")) {
            assertTrue(tour.text().contains(part), part + "\n" + tour.text());
        }
        assertTrue(!tour.text().contains("NotASecret"), tour.text());
        assertTrue(tour.text().contains("RECOVERY STILL NEEDS"), tour.text());
        assertEquals(
                List.of(), lines.stream().filter(line -> line.length() > 80).toList());
    }

    @Test
    void whereTheFirstTestFailsTheTourStopsThereAndNamesTheCause() {
        Command.Ended tour = InProcess.say("tour", "rotate-key", "--scenario", "secret-expired");

        assertEquals(1, tour.exit(), tour.all());
        assertTrue(tour.text().contains("Msg 33028"), tour.all());
        assertTrue(tour.text().contains("Provider code 3303: the connector could not sign in."), tour.all());
        assertTrue(!tour.text().contains("Made "), tour.all());
        assertTrue(tour.text().contains("STOPPED at step 1"), tour.all());
    }

    @ParameterizedTest
    @CsvSource({"drill, There is no flow drill.", "roll-secret, The flow roll-secret is not available yet."})
    void aFlowThatIsNotThereIsSaidAndIsWrongUsage(String flow, String said) {
        Command.Ended tour = InProcess.say("tour", flow);

        assertEquals(2, tour.exit(), tour.all());
        assertEquals("", tour.out());
        assertTrue(tour.err().contains(said), tour.err());
        assertTrue(tour.err().contains("upgrade, rotate-key"), tour.err());
    }
}
