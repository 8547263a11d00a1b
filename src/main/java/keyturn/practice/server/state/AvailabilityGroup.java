package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** An availability group as this server knows it. */
public record AvailabilityGroup(
        String name, List<Replica> replicas, List<Listener> listeners, List<String> databases, LocalDateTime created) {

    public AvailabilityGroup {
        replicas = List.copyOf(replicas);
        listeners = List.copyOf(listeners);
        databases = List.copyOf(databases);
    }

    /**
     * A server of the group.
     *
     * @param synchronous it commits with the primary, else after it
     */
    public record Replica(
            int id, String server, boolean primary, boolean synchronous, boolean automatic, boolean connected) {}

    /** A name that leads to the primary. */
    public record Listener(String name, int port, String address, String mask) {}

    public Optional<Replica> replica(String server) {
        return replicas.stream()
                .filter(r -> r.server().equalsIgnoreCase(server))
                .findFirst();
    }

    public Optional<Replica> primary() {
        return replicas.stream().filter(Replica::primary).findFirst();
    }
}
