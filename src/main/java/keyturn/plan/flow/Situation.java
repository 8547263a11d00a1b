package keyturn.plan.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import keyturn.domain.DatabaseName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;

/** What the checks that all flows share are asked of. */
public interface Situation {

    Inspection inspection();

    /** The inspection, database by database. */
    ByDatabase each();

    /** What it is asked for. */
    Choices choices();

    /** The provider that the choices name, whether it is there or not. */
    default ProviderName chosen() {
        return choices().provider();
    }

    /** The chosen provider's row, where the providers are known and it is among them. */
    Optional<Inspection.Provider> provider();

    /** Whether the change replaces the DLL; else it changes keys alone. */
    default boolean replacesDll() {
        return true;
    }

    /** The databases that the change concerns. */
    ConcernedDatabases databases();

    /** How databases are tested, where the DBA chose. */
    default Map<DatabaseName, TestChoice> tests() {
        return choices().tests();
    }

    /** The smallest permissions that do for the statements of such a plan; a provider is changed by who controls the server. */
    default List<Permission> rights() {
        return List.of(Permission.CONTROL_SERVER);
    }

    /** Facts that only this flow relies on. */
    SortedMap<FactKey, FactValue> ownFacts();

    static Optional<Inspection.Provider> row(Inspection inspection, ProviderName name) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }
}
