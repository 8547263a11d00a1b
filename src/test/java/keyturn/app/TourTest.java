package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tours of the practice range, told in the terminal. */
final class TourTest {

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
    @CsvSource({"drill, There is no flow drill.", "emergency-rotate, The flow emergency-rotate is not available yet."})
    void aFlowThatIsNotThereIsSaidAndIsWrongUsage(String flow, String said) {
        Command.Ended tour = InProcess.say("tour", flow);

        assertEquals(2, tour.exit(), tour.all());
        assertEquals("", tour.out());
        assertTrue(tour.err().contains(said), tour.err());
        assertTrue(tour.err().contains("upgrade, rotate-key"), tour.err());
    }
}
