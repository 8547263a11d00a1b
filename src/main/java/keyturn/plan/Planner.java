package keyturn.plan;

import java.time.Instant;
import keyturn.domain.Inspection;

/** From facts and choices to a plan; pure. */
public final class Planner {

    private Planner() {}

    public static PlanOutcome plan(Inspection inspection, Choices choices, Instant now) {
        return switch (choices) {
            case Choices.UpgradeInPlace upgrade -> UpgradePlanner.plan(inspection, upgrade, now);
            case Choices.WayBack back -> WayBack.outcome(inspection, back, now);
        };
    }
}
