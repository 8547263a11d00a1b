package keyturn.practice.server.state;

import java.util.List;
import java.util.Optional;

/** The Windows cluster that the server runs in. */
public record WindowsCluster(String name, List<Node> nodes) {

    public WindowsCluster {
        nodes = List.copyOf(nodes);
    }

    /**
     * A machine of the cluster.
     *
     * @param owner the server runs here now
     */
    public record Node(String name, boolean owner, boolean up) {}

    public Optional<Node> owner() {
        return nodes.stream().filter(Node::owner).findFirst();
    }
}
