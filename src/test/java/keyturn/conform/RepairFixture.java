package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.SeenRepair;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.repair.RepairFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.state.Provider;

/** A provider whose DLL was removed while SQL Server runs with it; the only other DLL is registered instead. */
public final class RepairFixture implements FlowFixture {

    @Override
    public FlowName flow() {
        return RepairFlow.NAME;
    }

    @Override
    public String scenario() {
        return "dll-gone";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--restart", "later");
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
    public boolean leadsBack() {
        return false;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        Provider provider = range.server().instance().ekm().providers().getFirst();
        assertEquals("15.0.2000.440", provider.version().toString());
        assertTrue(provider.enabled());
    }

    /** Nothing leads back to a DLL that is gone. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    @Override
    public Plan readablePlan() {
        return SeenRepair.plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-repair");
        keyboard.press("repair-restart");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario dll-gone", "ALTER CRYPTOGRAPHIC PROVIDER");
    }
}
