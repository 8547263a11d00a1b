package keyturn.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Topology;

/**
 * A change that is made on one server while others hold the same databases leaves those without their keys at the next
 * failover. Until all of them are conducted, such a change is no plan; what cannot be read counts as such a server.
 */
public final class TopologyChecks {

    private TopologyChecks() {}

    public static Stream<Finding> cluster(CheckedServer situation) {
        Fact<Topology> topology = situation.inspection().facts().topology();
        String server = situation.inspection().identity().name();
        return topology.value()
                .map(known -> known.clustered()
                        ? Findings.blocked(Area.TOPOLOGY, rule(situation, "topology.clustered"), server)
                        : Findings.fine(Area.TOPOLOGY, "cluster.none"))
                .orElseGet(() ->
                        Findings.blockedUnknown(Area.TOPOLOGY, rule(situation, "topology.unknown"), topology, server));
    }

    /** Without availability groups there is no listener, whether it could be read or not. */
    public static Stream<Finding> listener(CheckedServer situation) {
        boolean none = situation
                .inspection()
                .facts()
                .topology()
                .value()
                .filter(known -> !known.hadrEnabled())
                .isPresent();
        if (none) {
            return Stream.empty();
        }
        Fact<Optional<String>> listener =
                situation.inspection().facts().around().listener();
        return listener.value()
                .map(name -> name.map(known -> Findings.blocked(Area.TOPOLOGY, "listener", known))
                        .orElseGet(() -> Findings.fine(Area.TOPOLOGY, "listener.none")))
                .orElseGet(() -> Findings.blockedUnknown(Area.TOPOLOGY, "listener.unknown", listener));
    }

    public static Stream<Finding> partners(CheckedServer situation) {
        List<Database> open = situation.databases().open();
        List<Database> notOpen = situation.databases().notOpen();
        List<Finding> found = Stream.concat(
                        open.stream().flatMap(row -> partners(situation, row, true)),
                        notOpen.stream().flatMap(row -> partners(situation, row, false)))
                .toList();
        return found.isEmpty() && !open.isEmpty() ? Findings.fine(Area.TOPOLOGY, "alone", open.size()) : found.stream();
    }

    /** @param strict what is not known blocks: asked of open databases only, since of others less can be read */
    private static Stream<Finding> partners(CheckedServer situation, Database database, boolean strict) {
        var partners = database.partners();
        String group = rule(situation, "database.availabilityGroup");
        String mirrored = rule(situation, "database.mirrored");
        String shipped = rule(situation, "database.logShipped");
        return Stream.of(
                        found(database, group, partners.availabilityGroup(), name -> name, strict),
                        found(database, mirrored, partners.mirrored(), TopologyChecks::itself, strict),
                        found(database, shipped, partners.logShipped(), TopologyChecks::itself, strict))
                .flatMap(findings -> findings);
    }

    /** Another DLL and another key matter to other servers for different reasons. */
    private static String rule(CheckedServer situation, String rule) {
        return situation.replacesDll() ? rule : "rotate." + rule;
    }

    private static Optional<String> itself(boolean member) {
        return Optional.of("").filter(none -> member);
    }

    private static <T> Stream<Finding> found(
            Database database, String rule, Fact<T> fact, Function<T, Optional<String>> member, boolean strict) {
        if (fact instanceof Fact.Known<T> known) {
            return member.apply(known.content()).stream()
                    .flatMap(name -> Findings.blocked(Area.TOPOLOGY, rule, database.name(), name));
        }
        return strict
                ? Findings.blockedUnknown(Area.TOPOLOGY, rule + ".unknown", fact, database.name())
                : Stream.empty();
    }
}
