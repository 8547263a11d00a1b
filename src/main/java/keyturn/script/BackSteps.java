package keyturn.script;

import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;

/** The steps that lead back to the start: what undoes the last step first. */
public final class BackSteps {

    private BackSteps() {}

    public static List<Step> of(Plan plan) {
        return plan.steps().reversed().stream()
                .flatMap(step -> switch (step.about().undo()) {
                    case Undo.BySteps by -> by.steps().stream();
                    case Undo.ByHand byHand -> Stream.empty();
                    case Undo.None none -> Stream.empty();
                })
                .toList();
    }
}
