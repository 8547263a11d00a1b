package keyturn.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Fact;
import keyturn.domain.Inspection.Database;
import keyturn.domain.Surroundings.Tie;
import keyturn.domain.Surroundings.Topology;

/** Servers that are not alone: until a flow conducts every node, it is blocked there, and where it cannot be told. */
final class TopologyChecks {

    private TopologyChecks() {}

    static Stream<Finding> cluster(Situation situation) {
        Fact<Boolean> clustered = topology(situation).clustered();
        return clustered
                .value()
                .map(yes -> yes
                        ? Findings.blocked(
                                Area.TOPOLOGY,
                                "cluster",
                                situation.inspection().identity().name())
                        : Findings.fine(Area.TOPOLOGY, "cluster.none"))
                .orElseGet(() -> Findings.blockedUnknown(Area.TOPOLOGY, "cluster.unknown", clustered));
    }

    /** Without availability groups there is no listener, whether it could be read or not. */
    static Stream<Finding> listener(Situation situation) {
        Topology topology = topology(situation);
        if (topology.hadrEnabled().value().filter(enabled -> !enabled).isPresent()) {
            return Stream.empty();
        }
        Fact<Optional<String>> listener = topology.listener();
        return listener.value()
                .map(name -> name.map(known -> Findings.blocked(Area.TOPOLOGY, "listener", known))
                        .orElseGet(() -> Findings.fine(Area.TOPOLOGY, "listener.none")))
                .orElseGet(() -> Findings.blockedUnknown(Area.TOPOLOGY, "listener.unknown", listener));
    }

    static Stream<Finding> partners(Situation situation) {
        Topology topology = topology(situation);
        List<DatabaseName> concerned = Stream.concat(
                        situation.databases().open().stream(), situation.databases().notOpen().stream())
                .map(Database::name)
                .toList();
        if (concerned.isEmpty()) {
            return Stream.empty();
        }
        List<Finding> found = Stream.of(
                        ties("group", topology.groups(), concerned),
                        ties("mirror", topology.mirrors(), concerned),
                        ties("log-shipping", topology.logShipping(), concerned))
                .flatMap(findings -> findings)
                .toList();
        return found.isEmpty() ? Findings.fine(Area.TOPOLOGY, "alone", concerned.size()) : found.stream();
    }

    private static Stream<Finding> ties(String rule, Fact<List<Tie>> ties, List<DatabaseName> concerned) {
        if (ties.value().isEmpty()) {
            return Findings.blockedUnknown(Area.TOPOLOGY, rule + ".unknown", ties);
        }
        return ties.value().get().stream()
                .filter(tie -> concerned.contains(tie.database()))
                .flatMap(tie -> Findings.blocked(Area.TOPOLOGY, rule, tie.database(), tie.with()));
    }

    private static Topology topology(Situation situation) {
        return situation.inspection().facts().around().topology();
    }
}
