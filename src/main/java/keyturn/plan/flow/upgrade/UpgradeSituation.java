package keyturn.plan.flow.upgrade;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.ConcernedDatabases;
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
    public SortedMap<String, String> ownFacts() {
        SortedMap<String, String> facts = new TreeMap<>();
        FileChecks.there(this, choices.dll())
                .value()
                .ifPresent(there -> facts.put(Basis.file(choices.dll()), there ? "there" : Basis.ABSENT));
        return facts;
    }
}
