package keyturn.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.Fact;
import keyturn.domain.Inspection.Database;
import keyturn.domain.Inspection.Topology;
import keyturn.domain.Problem;

/**
 * A change that is made on one server while others hold the same databases leaves those without their keys at the next
 * failover. Until all of them are conducted, such a change is no plan; what cannot be read counts as such a server.
 */
final class TopologyChecks {

    private TopologyChecks() {}

    static Stream<Problem> problems(Situation situation) {
        Fact<Topology> topology = situation.inspection().facts().topology();
        String server = situation.inspection().identity().name();
        Stream<Problem> ofServer = topology.value()
                .map(known -> known.clustered()
                        ? Stream.of(Blocks.of("topology.clustered", Optional.empty(), server))
                        : Stream.<Problem>empty())
                .orElseGet(() -> Stream.of(Blocks.notKnown("topology.unknown", topology, server)));
        Stream<Problem> open = situation.databases().open().stream().flatMap(row -> partners(row, true));
        Stream<Problem> others = situation.databases().notOpen().stream().flatMap(row -> partners(row, false));
        return Stream.concat(ofServer, Stream.concat(open, others));
    }

    /** @param strict what is not known blocks: asked of open databases only, since of others less can be read */
    private static Stream<Problem> partners(Database database, boolean strict) {
        var partners = database.partners();
        return Stream.of(
                        found(database, "availabilityGroup", partners.availabilityGroup(), group -> group, strict),
                        found(database, "mirrored", partners.mirrored(), TopologyChecks::itself, strict),
                        found(database, "logShipped", partners.logShipped(), TopologyChecks::itself, strict))
                .flatMap(List::stream);
    }

    private static Optional<String> itself(boolean member) {
        return Optional.of("").filter(none -> member);
    }

    private static <T> List<Problem> found(
            Database database, String rule, Fact<T> fact, Function<T, Optional<String>> member, boolean strict) {
        if (fact instanceof Fact.Known<T> known) {
            return member
                    .apply(known.content())
                    .map(name -> Blocks.of("database." + rule, Optional.empty(), database.name(), name))
                    .stream()
                    .toList();
        }
        return strict ? List.of(Blocks.notKnown("database." + rule + ".unknown", fact, database.name())) : List.of();
    }
}
