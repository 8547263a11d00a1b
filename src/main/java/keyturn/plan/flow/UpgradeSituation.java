package keyturn.plan.flow;

import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;

/**
 * What an upgrade is planned from: the facts, the choices, and what follows from both.
 *
 * @param provider the chosen provider's row, where the providers are known and it is among them
 */
public record UpgradeSituation(
        Inspection inspection,
        ByDatabase each,
        Choices.UpgradeInPlace choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    public static UpgradeSituation of(Inspection inspection, Choices.UpgradeInPlace choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        return new UpgradeSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    @Override
    public ProviderName chosen() {
        return choices.provider();
    }

    @Override
    public Map<DatabaseName, ProofChoice> proofs() {
        return choices.proofs();
    }
}
