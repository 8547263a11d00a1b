package keyturn.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome.Answer;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private static final StepId FIRST = new StepId(1);

    private Instant now = SeenWorld.NOW;
    private final Progress progress = new Progress(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

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

    @Test
    void aStepThatTakesLongerThanPlannedTurnsAmberAndSaysThePlan() {
        ApprovedPlan approved = approved();
        Step change = approved.plan().steps().stream()
                .filter(step -> Conduct.of(step).changes())
                .findFirst()
                .orElseThrow();
        Duration planned = Conduct.of(change).expected();
        progress.begin(approved);
        progress.hear(List.of(new RunEvent.Started(now, change.id())));
        now = now.plus(planned);
        progress.tick();
        assertEquals(Tone.INFO, said().tone(), "as planned");
        now = now.plus(Duration.ofSeconds(80));
        progress.tick();
        assertEquals(Tone.ATTENTION, said().tone());
        assertEquals(
                Message.of("run.sent.overdue", change.id(), WindowTimes.duration(planned))
                        .text(),
                said().lines().getLast());
        progress.hear(
                List.of(new RunEvent.Done(now, change.id(), new Answer(Duration.ofSeconds(89), List.of(), List.of()))));
        assertEquals(Tone.INFO, said().tone());
    }

    @Test
    void eachDatabaseMovesOverAsItsStepEnds() {
        SeenRotation world = new SeenRotation().tenants(3);
        Plan plan = world.plan();
        Scripts scripts = Scripts.of(plan);
        var approval = new Approval(scripts.digest(), "dba", SeenWorld.NOW, Optional.empty());
        var rotation = new Progress(
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC), () -> Optional.of(world.inspection()));
        rotation.begin(new ApprovedPlan(plan, scripts, approval));
        assertTrue(rotation.moving().change().getValue().isPresent());
        assertEquals(List.of(), rotation.moving().latest().getValue());
        List<KeyStep.ReencryptDatabase> moves = plan.steps().stream()
                .flatMap(step -> step.asKey().flatMap(KeyStep::asReencrypt).stream())
                .toList();
        rotation.hear(moves.stream()
                .limit(2)
                .<RunEvent>map(move -> new RunEvent.Done(
                        SeenWorld.NOW, move.id(), new Answer(Duration.ofMillis(20), List.of(), List.of())))
                .toList());
        assertEquals(
                moves.stream().limit(2).map(KeyStep.ReencryptDatabase::database).toList(),
                rotation.moving().latest().getValue());
    }

    private TrueNow.Said said() {
        return progress.trueNow().said().getValue();
    }

    private static ApprovedPlan approved() {
        Plan plan = new SeenWorld().plan();
        Scripts scripts = Scripts.of(plan);
        return new ApprovedPlan(plan, scripts, new Approval(scripts.digest(), "dba", SeenWorld.NOW, Optional.empty()));
    }
}
