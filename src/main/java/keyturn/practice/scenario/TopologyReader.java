package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.ShippedDatabase;
import keyturn.practice.server.state.Topology;
import keyturn.practice.server.state.WindowsCluster;

/** Cluster, availability groups, log shipping: what the server shares with others. */
final class TopologyReader {

    private static final Pattern DNS = Pattern.compile("practice-[a-z0-9-]{1,54}");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final Entry root;
    private final Identity identity;
    private final List<Database> databases;
    private final LocalDateTime now;
    private final List<AvailabilityGroup> groups = new ArrayList<>();

    TopologyReader(Entry root, Identity identity, List<Database> databases, LocalDateTime now) {
        this.root = root;
        this.identity = identity;
        this.databases = databases;
        this.now = now;
    }

    Topology read() {
        Optional<WindowsCluster> cluster = root.optional("cluster").map(this::cluster);
        if (identity.clustered() && cluster.isEmpty()) {
            throw root.fault("server", "a clustered server needs 'cluster' with its nodes");
        }
        root.each("availabilityGroups", e -> groups.add(group(e)));
        if (!groups.isEmpty() && cluster.isEmpty()) {
            throw root.fault("availabilityGroups", "availability groups need 'cluster'");
        }
        return new Topology(cluster, groups, root.each("logShipping", this::shipped));
    }

    /** The databases, those of a group with their membership; to be asked after {@link #read()}. */
    List<Database> joined() {
        return databases.stream().map(this::joined).toList();
    }

    private Database joined(Database database) {
        return groups.stream()
                .filter(g -> g.databases().contains(database.name()))
                .findFirst()
                .map(g -> database.partners(new Partners(
                        Optional.of(new Partners.Membership(g.name(), identity.serverName())),
                        database.partners().mirror())))
                .orElse(database);
    }

    private WindowsCluster cluster(Entry entry) {
        WindowsCluster cluster = new WindowsCluster(
                entry.text("name", ScenarioReader.HOST, "a name that begins with PRACTICE"),
                entry.each("nodes", TopologyReader::node));
        if (cluster.nodes().stream().filter(WindowsCluster.Node::owner).count() != 1) {
            throw entry.fault("nodes", "one node, and only one, is the 'owner'");
        }
        entry.end();
        return cluster;
    }

    private static WindowsCluster.Node node(Entry entry) {
        return new WindowsCluster.Node(
                entry.text("name", ScenarioReader.HOST, "a name that begins with PRACTICE"),
                entry.flag("owner", false),
                entry.flag("up", true));
    }

    private AvailabilityGroup group(Entry entry) {
        List<AvailabilityGroup.Replica> replicas = new ArrayList<>();
        entry.each("replicas", e -> replicas.add(replica(e, replicas.size() + 1)));
        AvailabilityGroup group = new AvailabilityGroup(
                entry.text("name"),
                replicas,
                entry.each("listeners", TopologyReader::listener),
                entry.words("databases"),
                now.minus(entry.before("createdBefore")));
        if (replicas.stream().filter(AvailabilityGroup.Replica::primary).count() != 1) {
            throw entry.fault("replicas", "one replica, and only one, has the 'role' PRIMARY");
        }
        if (group.replica(identity.serverName()).isEmpty()) {
            throw entry.fault("replicas", "'" + identity.serverName() + "', this server, is not among 'replicas'");
        }
        group.databases().forEach(name -> {
            Database database = existing(entry, "databases", name);
            if (database.recovery() != Database.Recovery.FULL) {
                throw entry.fault("databases", "'" + name + "' is in a group and not in FULL recovery");
            }
        });
        return group;
    }

    private AvailabilityGroup.Replica replica(Entry entry, int id) {
        boolean synchronous = entry.choice(
                        "mode", "SYNCHRONOUS_COMMIT", List.of("SYNCHRONOUS_COMMIT", "ASYNCHRONOUS_COMMIT"))
                .equals("SYNCHRONOUS_COMMIT");
        boolean automatic = entry.choice("failover", "MANUAL", List.of("MANUAL", "AUTOMATIC"))
                .equals("AUTOMATIC");
        if (automatic && !synchronous) {
            throw entry.fault("failover", "automatic failover needs SYNCHRONOUS_COMMIT");
        }
        return new AvailabilityGroup.Replica(
                id,
                entry.text("server", ScenarioReader.SERVER, "a server whose name begins with PRACTICE"),
                entry.choice("role", "SECONDARY", List.of("PRIMARY", "SECONDARY"))
                        .equals("PRIMARY"),
                synchronous,
                automatic,
                entry.flag("connected", true));
    }

    private static AvailabilityGroup.Listener listener(Entry entry) {
        return new AvailabilityGroup.Listener(
                entry.text("name", DNS, "a name that begins with practice-"),
                entry.number("port", 1, 65535, 1433),
                entry.text("address", ADDRESS, "an IPv4 address"),
                entry.text("mask", "255.255.255.0"));
    }

    private ShippedDatabase shipped(Entry entry) {
        return new ShippedDatabase(
                existing(entry, "database", entry.text("database")).name(),
                entry.choice("role", "PRIMARY", List.of("PRIMARY", "SECONDARY")).equals("PRIMARY"),
                entry.text("partner", ScenarioReader.SERVER, "a server whose name begins with PRACTICE"),
                now.minus(entry.before("lastBefore")));
    }

    private Database existing(Entry entry, String key, String name) {
        return databases.stream()
                .filter(d -> !d.system() && d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> entry.fault(key, "'" + name + "' is not among 'databases'"));
    }
}
