package keyturn.run.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import keyturn.plan.step.RightsBound;
import keyturn.run.door.RefusalKind;
import keyturn.script.Bounds;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What is sent again, and for how long. */
@BesideOthers
final class RepeatsTest {

    private final Repeats repeats = new Repeats(Bounds.OURS, Duration.ofMinutes(1));

    @Test
    void aMissingRoleIsWaitedForOnlyWhereTheRunHasGivenOneAndNotForEver() {
        assertTrue(repeats.again(RefusalKind.RIGHTS_MISSING, 1, false, true));
        assertTrue(repeats.again(RefusalKind.RIGHTS_MISSING, RightsBound.TIMES, false, true));
        assertFalse(repeats.again(RefusalKind.RIGHTS_MISSING, RightsBound.TIMES + 1, false, true));
        assertFalse(repeats.again(RefusalKind.RIGHTS_MISSING, 1, false, false));
        assertFalse(repeats.again(RefusalKind.OTHER, 1, false, true));
        assertEquals(Duration.ofMinutes(30), RightsBound.PAUSE.multipliedBy(RightsBound.TIMES));
        assertEquals(RightsBound.PAUSE, repeats.pause(RefusalKind.RIGHTS_MISSING));
    }
}
