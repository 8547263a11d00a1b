package keyturn.practice.azure;

import java.util.List;
import java.util.Optional;

/** What there is beside vaults: subscriptions with their groups. Nothing changes them. */
public record Azure(List<Subscription> subscriptions) {

    public Azure {
        subscriptions = List.copyOf(subscriptions);
    }

    /** A subscription of a tenant. */
    public record Subscription(String id, String tenant, String name, List<Group> groups) {
        public Subscription {
            groups = List.copyOf(groups);
        }

        Optional<Group> group(String name) {
            return groups.stream().filter(g -> g.name().equalsIgnoreCase(name)).findFirst();
        }
    }

    /** A resource group. */
    public record Group(String name, String location) {}

    Optional<Subscription> subscription(String id) {
        return subscriptions.stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst();
    }
}
