package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Step;

/** What a step itself needs before its act is sent, beside the facts that the whole plan relies on; in the order in which it is asked. */
public final class TrueBefore {

    private TrueBefore() {}

    public static List<Condition> of(Step step) {
        return BeforeAndAfter.of(step).before();
    }

    /** What was found instead of the first condition that does not hold; what cannot be told speaks against nothing. */
    public static Optional<Message> unmet(Step step, Inspection now) {
        return of(step).stream()
                .flatMap(condition -> switch (condition.holds(now)) {
                    case Holds.Yes yes -> Stream.<Message>empty();
                    case Holds.No no -> Stream.of(no.found());
                    case Holds.Unknown unknown -> Stream.<Message>empty();
                })
                .findFirst();
    }
}
