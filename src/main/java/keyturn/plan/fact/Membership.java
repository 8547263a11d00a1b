package keyturn.plan.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Topology;

/**
 * How a server belongs together with others, so that a change on it alone would leave those without a key. Only what was seen
 * is one; what could not be read is said by the checks of a flow.
 */
public sealed interface Membership {

    /** A failover cluster instance. */
    record Cluster(String server) implements Membership {}

    /** @param databases encrypted ones that are in the group */
    record Group(String server, String group, List<DatabaseName> databases) implements Membership {
        public Group {
            databases = List.copyOf(databases);
        }
    }

    /** Principal or mirror of these encrypted databases. */
    record Mirror(String server, List<DatabaseName> databases) implements Membership {
        public Mirror {
            databases = List.copyOf(databases);
        }
    }

    /** Primary or secondary of these encrypted databases. */
    record LogShipping(String server, List<DatabaseName> databases) implements Membership {
        public LogShipping {
            databases = List.copyOf(databases);
        }
    }

    /** In one sentence, with what follows from it for changes. */
    default Message told() {
        return switch (this) {
            case Cluster one -> Message.of("plan.membership.cluster", OneLine.shown(one.server()));
            case Group one ->
                Message.of(
                        "plan.membership.group",
                        OneLine.shown(one.server()),
                        OneLine.shown(one.group()),
                        names(one.databases()));
            case Mirror one ->
                Message.of("plan.membership.mirror", OneLine.shown(one.server()), names(one.databases()));
            case LogShipping one ->
                Message.of("plan.membership.logShipping", OneLine.shown(one.server()), names(one.databases()));
        };
    }

    private static String names(List<DatabaseName> databases) {
        String some = databases.stream()
                .limit(5)
                .map(name -> OneLine.shown(name.value()))
                .collect(Collectors.joining(", "));
        return databases.size() > 5 ? some + ", …" : some;
    }

    /** All that were seen; empty for a server that stands alone. */
    static List<Membership> of(Inspection seen) {
        String server = seen.identity().name();
        List<Membership> found = new ArrayList<>();
        if (seen.facts().topology().value().filter(Topology::clustered).isPresent()) {
            found.add(new Cluster(server));
        }
        groups(seen).forEach((group, databases) -> found.add(new Group(server, group, databases)));
        List<DatabaseName> mirrored = those(
                seen,
                row -> row.partners().mirrored().value().filter(yes -> yes).isPresent());
        if (!mirrored.isEmpty()) {
            found.add(new Mirror(server, mirrored));
        }
        List<DatabaseName> shipped = those(
                seen,
                row -> row.partners().logShipped().value().filter(yes -> yes).isPresent());
        if (!shipped.isEmpty()) {
            found.add(new LogShipping(server, shipped));
        }
        return found;
    }

    private static Map<String, List<DatabaseName>> groups(Inspection seen) {
        Map<String, List<DatabaseName>> groups = new LinkedHashMap<>();
        for (Database row : seen.facts().databases().value().orElse(List.of())) {
            row.partners()
                    .availabilityGroup()
                    .value()
                    .flatMap(name -> name)
                    .filter(name -> isEncrypted(row))
                    .ifPresent(name -> groups.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(row.name()));
        }
        return groups;
    }

    private static List<DatabaseName> those(Inspection seen, Predicate<Database> which) {
        return seen.facts().databases().value().orElse(List.of()).stream()
                .filter(Membership::isEncrypted)
                .filter(which)
                .map(Database::name)
                .toList();
    }

    /** Or nobody can say: a closed database may be. */
    private static boolean isEncrypted(Database row) {
        return !ConcernedDatabases.isOpen(row)
                || row.key().value().map(key -> key.isPresent()).orElse(true);
    }
}
