package keyturn.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Blocks;

/**
 * What was seen of all servers that a plan concerns, by node: at least one. The flows of today conduct one; with more, a plan is
 * {@link #blocked}.
 */
public record Estate(SequencedMap<NodeName, Inspection> servers) {

    /** @throws IllegalArgumentException for no server at all, or for an inspection under the name of another node */
    public Estate {
        servers = new LinkedHashMap<>(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("an estate without a server");
        }
        servers.forEach((node, seen) -> {
            if (!seen.identity().node().equals(node)) {
                throw new IllegalArgumentException(
                        node + " is not " + seen.identity().node());
            }
        });
    }

    public static Estate of(Inspection only) {
        return of(List.of(only));
    }

    /** @throws IllegalArgumentException for no server at all, or for two inspections of one node */
    public static Estate of(List<Inspection> seen) {
        SequencedMap<NodeName, Inspection> servers = new LinkedHashMap<>();
        for (Inspection one : seen) {
            if (servers.putLast(one.identity().node(), one) != null) {
                throw new IllegalArgumentException(one.identity().node() + " twice");
            }
        }
        return new Estate(servers);
    }

    /** The one server, where there are no others. */
    public Optional<Inspection> only() {
        return servers.size() == 1 ? Optional.of(servers.firstEntry().getValue()) : Optional.empty();
    }

    /** What a flow says that conducts one server only. */
    public PlanOutcome.Blocked blocked() {
        String names = servers.keySet().stream().map(NodeName::value).collect(Collectors.joining(", "));
        return new PlanOutcome.Blocked(List.of(Blocks.of("estate.several", Optional.empty(), servers.size(), names)));
    }
}
