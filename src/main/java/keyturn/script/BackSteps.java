package keyturn.script;

import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.Undo;

/** The steps that lead back to the start: what undoes the last step first. */
final class BackSteps {

    private BackSteps() {}

    static List<Step> of(Plan plan) {
        return plan.steps().reversed().stream()
                .flatMap(step -> switch (step.about().undo()) {
                    case Undo.BySteps by -> by.steps().stream();
                    case Undo.ByHand byHand -> Stream.empty();
                    case Undo.None none -> Stream.empty();
                })
                .toList();
    }
}
