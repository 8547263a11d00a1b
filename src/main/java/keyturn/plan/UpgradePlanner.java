package keyturn.plan;

import java.time.Instant;
import java.util.List;
import keyturn.domain.Inspection;
import keyturn.domain.Message;

/** Plans the upgrade of the connector in place. */
final class UpgradePlanner {

    private UpgradePlanner() {}

    static PlanOutcome plan(Inspection inspection, Choices.UpgradeInPlace choices, Instant now) {
        var basis = new Basis(new java.util.TreeMap<>());
        return new PlanOutcome.Ready(
                new Plan(inspection.identity(), now, choices, basis, List.of(), List.<Message>of()));
    }
}
