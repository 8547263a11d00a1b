package keyturn.plan.flow.enable;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/** What it is planned from. */
record EnableSituation(
        Inspection inspection,
        ByDatabase each,
        EnableChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static EnableSituation of(Inspection inspection, EnableChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        return new EnableSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    /** Those that all flows rely on are enough. */
    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        return new TreeMap<>();
    }
}
