package keyturn.plan.change;

import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;

/** What is otherwise once a plan has run. A back-out leads from the new state to the old one. */
public sealed interface PlannedChange {

    /** A provider gets another DLL. */
    record OfDll(ProviderName provider, DllBuild before, DllBuild after) implements PlannedChange {}

    /**
     * Databases are protected by another key.
     *
     * @param databases that are re-encrypted, in the order in which that is done
     */
    record OfKey(KeyRoute before, KeyRoute after, List<DatabaseName> databases) implements PlannedChange {
        public OfKey {
            databases = List.copyOf(databases);
        }
    }

    /** The databases that move to another key; none where the change is of something else. */
    default List<DatabaseName> moving() {
        return switch (this) {
            case OfDll dll -> List.of();
            case OfKey key -> key.databases();
        };
    }
}
