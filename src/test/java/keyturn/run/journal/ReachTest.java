package keyturn.run.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Step;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.resume.Standing.Reached;
import org.junit.jupiter.api.Test;

/** How far a step came, by what its lines say of each time that it was started. */
final class ReachTest {

    private static final Instant FIRST = Instant.parse("2026-11-27T05:16:13Z");

    private final Step step = new SeenWorld().plan().steps().getFirst();

    private Reach reach(Event... events) {
        List<JournalEntry> lines = new ArrayList<>();
        for (Event event : events) {
            lines.add(new JournalEntry(
                    lines.size() + 1,
                    "",
                    FIRST.plusSeconds(lines.size()),
                    "run",
                    Line.of(event).at(step.id(), step.node())));
        }
        return new Reach(lines);
    }

    @Test
    void whatWasSentAndNotAnsweredIsUnknownSinceItWasSent() {
        Reach reach = reach(Event.STARTED, Event.UNANSWERED);
        assertEquals(Reached.UNKNOWN, reach.of(step));
        assertEquals(Optional.of(FIRST), reach.unanswered(step));
        assertTrue(reach.of(step).begun());
    }

    @Test
    void whatWasNotSentIsNotBegun() {
        Reach reach = reach(Event.STARTED, Event.NOT_SENT);
        assertEquals(Reached.NOT_BEGUN, reach.of(step));
        assertFalse(reach.of(step).begun());
        assertEquals(Optional.empty(), reach.unanswered(step));
    }

    /** That the second time did not leave this machine says nothing of the first. */
    @Test
    void whatWasNotSentAgainIsAsItWasBefore() {
        Reach reach = reach(Event.STARTED, Event.UNANSWERED, Event.STARTED, Event.NOT_SENT);
        assertEquals(Reached.UNKNOWN, reach.of(step));
        assertEquals(Optional.of(FIRST), reach.unanswered(step));
        assertEquals(
                Reached.FAILED,
                reach(Event.STARTED, Event.FAILED, Event.STARTED, Event.NOT_SENT)
                        .of(step));
    }

    @Test
    void whatEndsNeedsNothingMore() {
        Reach reach = reach(Event.STARTED, Event.UNANSWERED, Event.DONE);
        assertEquals(Reached.DONE, reach.of(step));
        assertEquals(Optional.empty(), reach.unanswered(step));
    }
}
