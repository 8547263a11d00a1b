package keyturn.plan.depend;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Partners;
import keyturn.domain.inspection.Inspection.Topology;

/**
 * Other servers and nodes that need the same keys.
 *
 * @param clustered this server is a failover cluster instance
 * @param groups availability groups with their databases here
 */
public record Partnership(
        boolean clustered,
        SortedMap<String, List<DatabaseName>> groups,
        List<DatabaseName> mirrored,
        List<DatabaseName> logShipped) {

    public Partnership {
        groups = new TreeMap<>(groups);
        mirrored = List.copyOf(mirrored);
        logShipped = List.copyOf(logShipped);
    }

    static Partnership of(Inspection.Facts facts) {
        SortedMap<String, List<DatabaseName>> groups = new TreeMap<>();
        List<DatabaseName> mirrored = new ArrayList<>();
        List<DatabaseName> shipped = new ArrayList<>();
        for (Database database : facts.databases().value().orElse(List.of())) {
            Partners partners = database.partners();
            partners.availabilityGroup()
                    .value()
                    .flatMap(group -> group)
                    .ifPresent(group -> groups.computeIfAbsent(group, first -> new ArrayList<>())
                            .add(database.name()));
            partners.mirrored().value().filter(yes -> yes).ifPresent(yes -> mirrored.add(database.name()));
            partners.logShipped().value().filter(yes -> yes).ifPresent(yes -> shipped.add(database.name()));
        }
        boolean clustered = facts.topology().value().filter(Topology::clustered).isPresent();
        return new Partnership(clustered, groups, mirrored, shipped);
    }

    /** It stands alone, as far as that could be read. */
    public boolean isNone() {
        return !clustered && groups.isEmpty() && mirrored.isEmpty() && logShipped.isEmpty();
    }
}
