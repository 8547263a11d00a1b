package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Provider;

/** The upgrade of a provider that its new DLL leaves disabled, so that it has to be enabled again. */
public final class UpgradeFixture implements FlowFixture {

    @Override
    public FlowName flow() {
        return UpgradeFlow.NAME;
    }

    @Override
    public String scenario() {
        return "healthy";
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
        assertEquals("15.0.2000.440", provider.version().toString());
        assertTrue(provider.enabled());
    }

    /** Where the provider stays enabled, where names are hostile, and where upper and lower case are told apart. */
    @Override
    public List<AtServer> atServer() {
        return Stream.of("healthy", "enabled-after", "hostile", "case-sensitive")
                .map(scenario -> new AtServer(scenario, List.of()))
                .toList();
    }

    @Override
    public Plan readablePlan() {
        return new SeenWorld()
                .databases(SeenWorld.encrypted(5, "Sales"), SeenWorld.simple(6, "Archive"))
                .plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("next");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("ALTER CRYPTOGRAPHIC PROVIDER");
    }
}
