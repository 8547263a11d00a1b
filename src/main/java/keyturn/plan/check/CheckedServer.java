package keyturn.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.Confirmation;

/** A server and one of its providers, as checks look at them; nothing need be chosen yet. */
public interface CheckedServer {

    Inspection inspection();

    /** The inspection, database by database. */
    ByDatabase each();

    /** The provider that is looked at, whether it is there or not. */
    ProviderName chosen();

    /** Its row, where the providers are known and it is among them. */
    Optional<Inspection.Provider> provider();

    /** Whether a change replaces the DLL; else it changes keys alone. */
    default boolean replacesDll() {
        return true;
    }

    /** The databases that the provider, or a change of it, concerns. */
    ConcernedDatabases databases();

    /** What the DBA has looked at and says is so. */
    default Set<Confirmation> attested() {
        return Set.of();
    }

    /** Each provider of a server, with all databases that depend on it. */
    static List<CheckedServer> of(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .<CheckedServer>map(row -> new OneProvider(
                        seen, new ByDatabase(seen), row.name(), Optional.of(row), ConcernedDatabases.of(seen, row)))
                .toList();
    }

    /** What is looked at before anything is chosen. */
    record OneProvider(
            Inspection inspection,
            ByDatabase each,
            ProviderName chosen,
            Optional<Inspection.Provider> provider,
            ConcernedDatabases databases)
            implements CheckedServer {}
}
