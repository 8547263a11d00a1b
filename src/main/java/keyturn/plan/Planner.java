package keyturn.plan;

import java.time.Instant;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.rotate.RotationPlanner;
import keyturn.plan.flow.upgrade.LaneChecks;
import keyturn.plan.flow.upgrade.UpgradePlanner;

/** From facts and choices to a plan; pure. */
public final class Planner {

    private Planner() {}

    /** Reasons against an upgrade of this provider in place that no choice of a DLL can mend; for a caller without one. */
    public static List<Problem> ruledOut(Inspection inspection, ProviderName provider) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(provider))
                .flatMap(row -> LaneChecks.needsStop(row).stream())
                .toList();
    }

    public static PlanOutcome plan(Inspection inspection, Choices choices, Instant now) {
        return switch (choices) {
            case Choices.UpgradeInPlace upgrade -> UpgradePlanner.plan(inspection, upgrade, now);
            case Choices.WayBack back -> WayBack.none();
            case Choices.RotateKey rotate -> RotationPlanner.plan(inspection, rotate, now);
            case Choices.RotateBack back -> WayBack.none();
        };
    }
}
