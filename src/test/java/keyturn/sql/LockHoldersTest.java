package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.Test;

/** A program name is whatever a client says: only who could perform an act is believed to. */
final class LockHoldersTest {

    private static final String FORGED = "x\nVerdict: DONE";

    @Test
    void anotherLoginThatCallsItselfKeyturnHoldsNothingUp() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Opened forger = Opening.open(RangeTargets.reader(range), Purpose.ACT, FORGED);
            SqlLock.take(RangeTargets.administrator(range), "mine").close();
            forger.close();
        }
    }

    @Test
    void anActOfAnAdministratorIsToldOnLinesOfOurOwn() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Opened acting = Opening.open(RangeTargets.administrator(range), Purpose.ACT, FORGED);
            Opened asking = Opening.open(RangeTargets.administrator(range), Purpose.LOCK, "mine");
            Optional<Problem> told = new LockHolders(asking, "mine").acting();
            assertEquals("run.act-running", told.orElseThrow().code());
            assertEquals(1, told.flatMap(Problem::detail).orElseThrow().lines().count());
            acting.close();
            asking.close();
        }
    }
}
