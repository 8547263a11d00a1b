package keyturn.plan.fact;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.flow.rotate.RotationBasis;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** What a plan's basis expects once steps were begun: where a fact is as such a step makes it, that is as good as it was. */
public final class Accepted {

    private final SortedMap<FactKey, FactValue> expected;
    private final SortedMap<FactKey, FactValue> fresh;

    /** @param fresh as the facts are now */
    Accepted(SortedMap<FactKey, FactValue> planned, SortedMap<FactKey, FactValue> fresh) {
        this.expected = new TreeMap<>(planned);
        this.fresh = fresh;
    }

    SortedMap<FactKey, FactValue> expected() {
        return expected;
    }

    void accept(Step step) {
        switch (step) {
            case ProviderStep.PointProvider point -> {
                FactKey path = new OfProvider(point.node(), point.provider(), ProviderFact.DLL_PATH);
                if (fresh.get(path) instanceof FactValue.Text now
                        && now.text().equalsIgnoreCase(point.to().value())) {
                    take(path);
                    take(new OfProvider(point.node(), point.provider(), ProviderFact.VERSION));
                }
                take(new OfProvider(point.node(), point.provider(), ProviderFact.ENABLED));
            }
            case ProviderStep.EnableProvider enable ->
                take(new OfProvider(enable.node(), enable.provider(), ProviderFact.ENABLED), new FactValue.Flag(true));
            case ProviderStep.ReadProvider read -> {}
            case TestStep.TestDatabase prove -> {}
            case CredentialStep credential -> RotationBasis.accept(credential, this);
            case KeyStep key -> RotationBasis.accept(key, this);
            case BackupStep backup -> RotationBasis.accept(backup, this);
            case VaultStep inVault -> {}
            case DirectoryStep inDirectory -> {}
        }
    }

    /** As it is now, whatever that is; only what is there: a provider that is gone has moved. */
    public void take(FactKey fact) {
        now(fact).ifPresent(value -> expected.put(fact, value));
    }

    /** As it is now, if that is what the step makes of it. */
    public void take(FactKey fact, FactValue made) {
        now(fact).filter(made::equals).ifPresent(value -> expected.put(fact, value));
    }

    public Optional<FactValue> now(FactKey fact) {
        return Optional.ofNullable(fresh.get(fact));
    }
}
