package keyturn.plan;

import java.time.Instant;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Choices;

/** From facts and choices to a plan; pure. */
public final class Planner {

    private Planner() {}

    public static PlanOutcome plan(Inspection inspection, Choices choices, Instant now) {
        return choices.flow().plan(inspection, choices, now);
    }
}
