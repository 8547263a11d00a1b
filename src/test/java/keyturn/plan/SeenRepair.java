package keyturn.plan;

import java.util.Optional;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.repair.RepairChoices;
import keyturn.plan.flow.repair.RepairChoices.Restart;

/** A server whose DLL was replaced and never registered; nothing in it ever changes. */
public final class SeenRepair {

    private SeenRepair() {}

    /** Without a restart. */
    public static Plan plan() {
        var choices = new RepairChoices(
                new ProviderName("AzureKeyVault_EKM"),
                SeenWorld.OLD,
                Optional.of(FileVersion.parse("15.0.2000.440")),
                Restart.LATER,
                Assurances.NONE);
        var world = new SeenWorld().databases(SeenWorld.encrypted(5, "Sales"), SeenWorld.simple(6, "Archive"));
        return switch (Planner.plan(Estate.of(world.inspection()), choices, SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }
}
