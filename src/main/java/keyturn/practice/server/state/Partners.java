package keyturn.practice.server.state;

import java.util.Optional;

/** Who else holds a copy of a database: an availability group, a mirror, nobody. */
public record Partners(Optional<Membership> group, Optional<Mirror> mirror) {

    public static final Partners NONE = new Partners(Optional.empty(), Optional.empty());

    /** The group that a database is in, and the replica on this server. */
    public record Membership(String group, String replica) {}

    public boolean any() {
        return group.isPresent() || mirror.isPresent();
    }
}
