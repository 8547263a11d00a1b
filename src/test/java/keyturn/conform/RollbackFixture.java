package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.RollbackFlow;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Provider;

/** Back to the build that an upgrade in place left in its folder. */
public final class RollbackFixture implements FlowFixture {

    @Override
    public FlowName flow() {
        return RollbackFlow.NAME;
    }

    @Override
    public String scenario() {
        return "upgraded";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of();
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals("alter-provider"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Overall verdict() {
        return Overall.PENDING_RESTART;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        Provider provider = range.server().instance().ekm().providers().getFirst();
        assertEquals("15.0.300.96", provider.version().toString());
        assertTrue(provider.enabled());
    }

    @Override
    public List<AtServer> atServer() {
        return List.of(new AtServer("upgraded", List.of()));
    }

    @Override
    public Plan readablePlan() {
        var choices = new UpgradeChoices(
                        new ProviderName("AzureKeyVault_EKM"),
                        SeenWorld.OLD,
                        NewBuild.stated(FileVersion.parse("15.0.300.96")),
                        Assurances.NONE)
                .back();
        DllPath present = SeenWorld.NEW;
        var world = new SeenWorld()
                .dllPath(present.value())
                .providerVersion("15.0.2000.440")
                .loaded(present)
                .databases(SeenWorld.encrypted(5, "Sales"), SeenWorld.simple(6, "Archive"));
        return switch (Planner.plan(Estate.of(world.inspection()), choices, SeenWorld.NOW)) {
            case PlanOutcome.Ready ready -> ready.plan();
            case PlanOutcome.NothingToDo nothing ->
                throw new AssertionError(nothing.why().text());
            case PlanOutcome.Blocked blocked -> throw new AssertionError(blocked.problems());
        };
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-rollback");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario upgraded", "ALTER CRYPTOGRAPHIC PROVIDER");
    }
}
