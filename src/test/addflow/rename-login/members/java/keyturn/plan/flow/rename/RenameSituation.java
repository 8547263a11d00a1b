package keyturn.plan.flow.rename;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/** What the change of a login's name is planned from. */
record RenameSituation(
        Inspection inspection,
        ByDatabase each,
        RenameChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static RenameSituation of(Inspection inspection, RenameChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        return new RenameSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    Optional<KeyLogin> login(LoginName name) {
        return inspection.facts().keyLogins().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }

    /** From which key a login of the new name is made; the old one is looked at right before the step. */
    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        var key = new FactKey.OfLogin(inspection.identity().node(), choices.to(), FactKey.LoginFact.KEY);
        FactValue made = login(choices.to())
                .flatMap(KeyLogin::key)
                .<FactValue>map(name -> new FactValue.Text(name.value()))
                .orElse(FactValue.Missing.FREE);
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        facts.put(key, made);
        return facts;
    }
}
