package keyturn.plan.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;

/** What the checks that all flows share are asked of. */
public sealed interface Situation permits UpgradeSituation, RotationSituation {

    Inspection inspection();

    /** The inspection, database by database. */
    ByDatabase each();

    /** The provider that the choices name, whether it is there or not. */
    ProviderName chosen();

    /** How databases are to be proved, where the DBA chose. */
    Map<DatabaseName, ProofChoice> proofs();

    /** The chosen provider's row, where the providers are known and it is among them. */
    Optional<Inspection.Provider> provider();

    /** The databases that the change concerns. */
    ConcernedDatabases databases();

    static Optional<Inspection.Provider> row(Inspection inspection, ProviderName name) {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(name))
                .findFirst();
    }
}
