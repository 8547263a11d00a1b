package keyturn.ui.run.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.door.Outcome.Answer;
import org.junit.jupiter.api.Test;

/** Of a plan of four steps, of which the second and the third interrupt the service. */
final class OutageTest {

    private static final Instant BEGUN = SeenWorld.NOW;

    private final Outage outage = new Outage(
            Stream.of(Conduct.Risk.READS, Conduct.Risk.INTERRUPTS, Conduct.Risk.INTERRUPTS, Conduct.Risk.READS)
                    .map(OutageTest::conduct)
                    .toList());

    @Test
    void itLastsFromTheFirstSuchStepToTheEndOfTheLast() {
        outage.hear(started(1, 0));
        assertEquals(Optional.empty(), outage.length(after(5)));
        outage.hear(done(1, 5));
        outage.hear(started(2, 10));
        outage.hear(done(2, 20));
        assertTrue(outage.lasts(), "the service comes back with the third step only");
        outage.hear(started(3, 20));
        assertEquals(Optional.of(Duration.ofSeconds(15)), outage.length(after(25)));
        outage.hear(done(3, 40));
        assertFalse(outage.lasts());
        outage.hear(started(4, 40));
        assertEquals(Optional.of(Duration.ofSeconds(30)), outage.length(after(500)));
    }

    @Test
    void aStepThatFailsDoesNotEndIt() {
        outage.hear(started(2, 0));
        outage.hear(new RunEvent.Failed(
                after(3),
                new StepId(2),
                new Problem("sql.1", Message.of("ui.run"), Optional.empty(), Message.of("ui.run"))));
        assertTrue(outage.lasts());
        assertEquals(Optional.of(Duration.ofSeconds(60)), outage.length(after(60)));
    }

    @Test
    void aPlanWithoutSuchAStepPlansNone() {
        assertTrue(outage.isPlanned());
        assertFalse(new Outage(List.of(conduct(Conduct.Risk.REVERSIBLE))).isPlanned());
    }

    private static Conduct conduct(Conduct.Risk risk) {
        Conduct like = Conduct.of(new SeenWorld().plan().steps().getFirst());
        return new Conduct(
                like.effect(),
                risk,
                like.permission(),
                like.scope(),
                like.expected(),
                like.undo(),
                like.evidence(),
                like.performer(),
                like.secret(),
                like.group(),
                like.file(),
                Set.of());
    }

    private static RunEvent started(int step, int second) {
        return new RunEvent.Started(after(second), new StepId(step));
    }

    private static RunEvent done(int step, int second) {
        return new RunEvent.Done(after(second), new StepId(step), new Answer(Duration.ZERO, List.of(), List.of()));
    }

    private static Instant after(int seconds) {
        return BEGUN.plusSeconds(seconds);
    }
}
