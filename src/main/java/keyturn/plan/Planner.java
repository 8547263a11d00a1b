package keyturn.plan;

import java.time.Instant;
import keyturn.plan.flow.Choices;

/** From facts and choices to a plan; pure. */
public final class Planner {

    private Planner() {}

    public static PlanOutcome plan(Estate estate, Choices choices, Instant now) {
        return choices.flow().plan(estate, choices, now);
    }
}
