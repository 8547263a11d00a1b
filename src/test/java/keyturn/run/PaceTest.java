package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.run.door.Outcome.Answer;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private final List<Step> steps = new SeenWorld().plan().steps();
    private final Pace pace = new Pace(steps);
    private Instant now = SeenWorld.NOW;

    @Test
    void beforeAnythingWasDoneThePlanIsAllThatIsKnown() {
        assertEquals(planned(steps), pace.left(now, Optional.empty()));
    }

    @Test
    void aKindThatWasDoneGoesOnAtItsOwnPaceAndTheOthersAsPlanned() {
        Step first = steps.getFirst();
        perform(first, Duration.ofSeconds(7));
        List<Step> left = steps.subList(1, steps.size());
        List<Step> alike = left.stream().filter(step -> alike(step, first)).toList();
        List<Step> others = left.stream().filter(step -> !alike(step, first)).toList();
        assertEquals(planned(others).plus(Duration.ofSeconds(7L * alike.size())), pace.left(now, Optional.empty()));
    }

    @Test
    void whatTheRunWaitsForCountsForNothing() {
        Step first = steps.getFirst();
        pace.hear(new RunEvent.Started(now, first.id()));
        pace.hear(new RunEvent.Waiting(now, first.id(), Message.of("plan.wait.logBackup", "Sales")));
        now = now.plus(Duration.ofHours(3));
        perform(first, Duration.ofSeconds(2));
        List<Step> alike =
                steps.stream().skip(1).filter(step -> alike(step, first)).toList();
        List<Step> others =
                steps.stream().skip(1).filter(step -> !alike(step, first)).toList();
        assertEquals(planned(others).plus(Duration.ofSeconds(2L * alike.size())), pace.left(now, Optional.empty()));
    }

    @Test
    void whatAnEarlierStretchHasSettledIsNotLeft() {
        pace.settled(steps.getFirst().id());
        assertEquals(planned(steps.subList(1, steps.size())), pace.left(now, Optional.empty()));
    }

    private void perform(Step step, Duration length) {
        pace.hear(new RunEvent.Started(now, step.id()));
        now = now.plus(length);
        pace.hear(new RunEvent.Done(now, step.id(), new Answer(length, List.of(), List.of())));
    }

    private static boolean alike(Step one, Step other) {
        return one instanceof TestStep.TestDatabase a
                && other instanceof TestStep.TestDatabase b
                && a.kind() == b.kind()
                && a.phase() == b.phase();
    }

    private static Duration planned(List<Step> steps) {
        return steps.stream().map(step -> Conduct.of(step).expected()).reduce(Duration.ZERO, Duration::plus);
    }
}
