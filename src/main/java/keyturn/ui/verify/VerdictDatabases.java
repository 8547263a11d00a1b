package keyturn.ui.verify;

import java.util.List;
import java.util.Optional;
import keyturn.plan.Plan;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** The databases of a plan whose key it changes. */
final class VerdictDatabases {

    private VerdictDatabases() {}

    static List<String> of(Plan plan) {
        return plan.steps().stream()
                .map(Step::asKey)
                .flatMap(Optional::stream)
                .map(KeyStep::asReencrypt)
                .flatMap(Optional::stream)
                .map(step -> step.database().value())
                .distinct()
                .toList();
    }
}
