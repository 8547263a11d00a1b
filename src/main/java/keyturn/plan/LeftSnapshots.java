package keyturn.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.DropSnapshot;
import keyturn.plan.step.TestStep.TestDatabase;

/** Snapshots that tests of a run made and did not drop: the connection broke in between. */
final class LeftSnapshots {

    private LeftSnapshots() {}

    /** The same plan, which drops at its end those that are there now. */
    static Plan droppedBy(Plan back, Plan done, Inspection now) {
        List<Step> steps = new ArrayList<>(back.steps());
        for (DropSnapshot drop :
                TestStep.tests(done.steps()).flatMap(LeftSnapshots::drop).toList()) {
            if (StepConditions.holds(drop, now) instanceof Holds.No) {
                steps.add(numbered(drop, steps.size() + 1));
            }
        }
        return new Plan(
                back.identity(),
                back.madeAt(),
                back.choices(),
                back.direction(),
                back.basis(),
                steps,
                back.notices(),
                back.serverTime());
    }

    private static Stream<DropSnapshot> drop(TestDatabase test) {
        return test.snapshot().stream()
                .map(snapshot -> new DropSnapshot(test.id(), test.node(), test.database(), snapshot));
    }

    private static DropSnapshot numbered(DropSnapshot drop, int number) {
        return new DropSnapshot(new StepId(number), drop.node(), drop.database(), drop.snapshot());
    }
}
