package keyturn.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import keyturn.plan.SeenRoll;
import keyturn.tools.BesideOthers;
import keyturn.ui.parts.Words;
import org.junit.jupiter.api.Test;

/** What is said at a glance does not contradict what the plan says below it. */
@BesideOthers
final class PlanFactTest {

    @Test
    void aRollWhoseRestartIsPendingIsNotCalledOneWithoutARestart() {
        assertEquals(
                Words.of("preview.interruption.later.about"),
                PlanFact.of(SeenRoll.plan()).getFirst().about());
    }
}
