package keyturn.plan.flow.upgrade;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/**
 * What an upgrade is planned from: the facts, the choices, and what follows from both.
 *
 * @param provider the chosen provider's row, where the providers are known and it is among them
 */
public record UpgradeSituation(
        Inspection inspection,
        ByDatabase each,
        UpgradeChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    public static UpgradeSituation of(Inspection inspection, UpgradeChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        return new UpgradeSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        FactKey file = new FactKey.OfFile(inspection.identity().node(), choices.dll());
        FileChecks.there(this, choices.dll()).value().ifPresent(there -> facts.put(file, new FactValue.Flag(there)));
        return facts;
    }
}
