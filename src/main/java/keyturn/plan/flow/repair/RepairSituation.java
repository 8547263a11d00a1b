package keyturn.plan.flow.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.build.StartedDll;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/**
 * What a repair is planned from.
 *
 * @param provider the chosen provider's row, where the providers are known and it is among them
 * @param databases that are open and depend on it; closed ones are no fact to rely on, since the repair opens them
 * @param waiting databases that SQL Server could not open at its last start
 */
public record RepairSituation(
        Inspection inspection,
        ByDatabase each,
        RepairChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases,
        List<Database> waiting)
        implements Situation {

    public RepairSituation {
        waiting = List.copyOf(waiting);
    }

    static RepairSituation of(Inspection inspection, RepairChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases all =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        List<Database> others = new ArrayList<>(all.others());
        others.addAll(all.notOpen());
        return new RepairSituation(
                inspection,
                new ByDatabase(inspection),
                choices,
                provider,
                new ConcernedDatabases(all.open(), List.of(), all.unknown(), others),
                StartedDll.waiting(all.notOpen()));
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        FactKey file = new FactKey.OfFile(inspection.identity().node(), choices.dll());
        RepairSigns.there(inspection, choices.dll().value())
                .ifPresent(there -> facts.put(file, new FactValue.Flag(there)));
        return facts;
    }
}
