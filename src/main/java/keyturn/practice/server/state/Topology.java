package keyturn.practice.server.state;

import java.util.List;
import java.util.Optional;

/** What the server belongs to. */
public record Topology(
        Optional<WindowsCluster> cluster, List<AvailabilityGroup> groups, List<ShippedDatabase> shipped) {

    public Topology {
        groups = List.copyOf(groups);
        shipped = List.copyOf(shipped);
    }

    /** Availability groups are switched on where there are any. */
    public boolean hadrEnabled() {
        return !groups.isEmpty();
    }

    /** The machine that the server runs on now; its own name where it runs in no cluster. */
    public String node(Identity identity) {
        return cluster.flatMap(WindowsCluster::owner)
                .map(WindowsCluster.Node::name)
                .orElse(identity.machine());
    }
}
