package keyturn.plan.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import keyturn.domain.DatabaseName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.CheckedServer;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;

/** What the checks that all flows share are asked of. */
public interface Situation extends CheckedServer {

    /** What it is asked for. */
    Choices choices();

    /** The provider that the choices name. */
    @Override
    default ProviderName chosen() {
        return choices().provider();
    }

    @Override
    default Set<Confirmation> attested() {
        return choices().attested();
    }

    /** How databases are tested, where the DBA chose. */
    default Map<DatabaseName, TestChoice> tests() {
        return choices().tests();
    }

    /** The smallest permissions that do for the statements of such a plan; a provider is changed by who controls the server, and a
     * run's lock is one of dbo in master.
     */
    default List<Permission> rights() {
        return List.of(Permission.CONTROL_SERVER, Permission.OWNER_OF_MASTER);
    }

    /** Facts that only this flow relies on. */
    SortedMap<FactKey, FactValue> ownFacts();

    static Optional<Inspection.Provider> row(Inspection inspection, ProviderName name) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }
}
