package keyturn.plan;

import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Problem;

/** What a planner says. */
public sealed interface PlanOutcome {

    /** Here is the plan. */
    record Ready(Plan plan) implements PlanOutcome {}

    /** The world is already as wanted. */
    record NothingToDo(Message why) implements PlanOutcome {}

    /** Not like this; at least one reason. */
    record Blocked(List<Problem> problems) implements PlanOutcome {
        public Blocked {
            problems = List.copyOf(problems);
        }
    }
}
