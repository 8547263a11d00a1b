package keyturn.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome.Answer;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.parts.StepLine.Mark;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private static final StepId FIRST = new StepId(1);

    private final Progress progress = new Progress(Clock.fixed(SeenWorld.NOW, ZoneOffset.UTC));

    @Test
    void aSecondThatPassesBetweenTwoStepsLeavesTheOneThatEndedAsItIs() {
        progress.begin(approved());
        progress.hear(List.of(new RunEvent.Started(SeenWorld.NOW, FIRST)));
        progress.tick();
        assertEquals(Optional.of(Mark.NOW), progress.steps().getFirst().mark());

        var answer = new Answer(Duration.ofMillis(20), List.of(DoorMessage.numbered(3014, "done")), List.of());
        progress.hear(List.of(new RunEvent.Done(SeenWorld.NOW, FIRST, answer)));
        progress.tick();
        assertEquals(Optional.of(Mark.DONE), progress.steps().getFirst().mark());
        assertEquals("3014 done", progress.steps().getFirst().line());
    }

    @Test
    void whatARunWaitsForIsSaidUntilItGoesOn() {
        progress.begin(approved());
        progress.hear(List.of(new RunEvent.Started(SeenWorld.NOW, FIRST)));
        Message what = Message.of("plan.wait.logBackup", "Sales");
        progress.hear(List.of(new RunEvent.Waiting(SeenWorld.NOW, FIRST, what)));
        assertEquals(Optional.of(what.text()), progress.awaited().getValue());
        progress.tick();
        assertEquals(what.text(), progress.steps().getFirst().line());
        progress.hear(List.of(new RunEvent.Started(SeenWorld.NOW, FIRST)));
        assertEquals(Optional.empty(), progress.awaited().getValue());
    }

    private static ApprovedPlan approved() {
        Plan plan = new SeenWorld().plan();
        Scripts scripts = Scripts.of(plan);
        return new ApprovedPlan(plan, scripts, new Approval(scripts.digest(), "dba", SeenWorld.NOW, Optional.empty()));
    }
}
