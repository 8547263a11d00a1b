package keyturn.plan.verify;

import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.LoadedConnector;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;

/** What is loaded of an older DLL where the catalog already names the new one: what a restart will change. */
public final class StillLoaded {

    private StillLoaded() {}

    /** Paths of such DLLs; empty: the plan waits for no restart, or nobody can tell. */
    public static List<String> of(Plan plan, Inspection fresh) {
        return plan.steps().stream().flatMap(step -> of(step, fresh).stream()).toList();
    }

    private static List<String> of(Step step, Inspection fresh) {
        return step.asProvider()
                .flatMap(ProviderStep::asRead)
                .map(read -> of(read, fresh))
                .orElse(List.of());
    }

    private static List<String> of(ProviderStep.ReadProvider read, Inspection fresh) {
        return StepConditions.holds(read, fresh) instanceof Holds.Unknown
                        && LoadedConnector.of(fresh, read.provider(), read.expected())
                                instanceof LoadedConnector.Older older
                        && fresh.facts().providers().value().isPresent()
                ? older.paths()
                : List.of();
    }
}
