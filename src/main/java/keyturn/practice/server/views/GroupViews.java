package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.tsql.types.Bytes;

/** How availability groups are set up: groups, replicas, listeners, databases. No row where the server has none. */
final class GroupViews {

    private GroupViews() {}

    static List<View<?>> views() {
        return List.of(groups(), replicas(), listeners(), addresses(), databases());
    }

    static UUID id(AvailabilityGroup group) {
        return StorageViews.guid("group", group.name());
    }

    /** A group with one of its replicas. */
    record Member(AvailabilityGroup group, AvailabilityGroup.Replica replica) {
        UUID id() {
            return replicaId(group.name(), replica.server());
        }
    }

    static UUID replicaId(String group, String server) {
        return StorageViews.guid("replica of " + group, server.toUpperCase(Locale.ROOT));
    }

    static UUID databaseId(String group, String database) {
        return StorageViews.guid("database of " + group, database.toUpperCase(Locale.ROOT));
    }

    static List<AvailabilityGroup> all(Scene scene) {
        return scene.instance().topology().groups();
    }

    static Stream<Member> members(Scene scene) {
        return all(scene).stream().flatMap(g -> g.replicas().stream().map(r -> new Member(g, r)));
    }

    private static View<AvailabilityGroup> groups() {
        return View.<AvailabilityGroup>sys("availability_groups", GroupViews::all)
                .column("group_id", UNIQUEIDENTIFIER, GroupViews::id)
                .nullable("name", SYSNAME, AvailabilityGroup::name)
                .nullable("resource_id", nvarchar(40), g -> id(g).toString())
                .nullable("resource_group_id", nvarchar(40), g -> id(g).toString())
                .nullable("failure_condition_level", INT, g -> 3)
                .nullable("health_check_timeout", INT, g -> 30000)
                .nullable("automated_backup_preference", TINYINT, g -> 0)
                .nullable("automated_backup_preference_desc", nvarchar(60), g -> "PRIMARY")
                .nullable("version", SMALLINT, g -> 1)
                .nullable("basic_features", BIT, g -> false)
                .nullable("dtc_support", BIT, g -> false)
                .nullable("db_failover", BIT, g -> true)
                .nullable("is_distributed", BIT, g -> false)
                .since(2017, "cluster_type", TINYINT, g -> 0)
                .since(2017, "cluster_type_desc", nvarchar(60), g -> "WSFC")
                .since(2017, "required_synchronized_secondaries_to_commit", INT, g -> 0)
                .since(2017, "sequence_number", BIGINT, g -> 4_294_967_296L)
                .since(2022, "is_contained", BIT, g -> false)
                .since(2025, "cluster_connection_options", nvarchar(4000), g -> null)
                .build();
    }

    private static View<Member> replicas() {
        return View.<Member>sys("availability_replicas", scene -> members(scene).toList())
                .nullable("replica_id", UNIQUEIDENTIFIER, Member::id)
                .nullable("group_id", UNIQUEIDENTIFIER, m -> id(m.group()))
                .nullable("replica_metadata_id", INT, m -> 65536 + m.replica().id())
                .nullable("replica_server_name", nvarchar(256), m -> m.replica().server())
                .nullable("owner_sid", varbinary(85), m -> Bytes.of((byte) 1))
                .nullable("endpoint_url", nvarchar(256), GroupViews::endpoint)
                .nullable("availability_mode", TINYINT, m -> m.replica().synchronous() ? 1 : 0)
                .nullable(
                        "availability_mode_desc",
                        nvarchar(60),
                        m -> m.replica().synchronous() ? "SYNCHRONOUS_COMMIT" : "ASYNCHRONOUS_COMMIT")
                .nullable("failover_mode", TINYINT, m -> m.replica().automatic() ? 0 : 1)
                .nullable("failover_mode_desc", nvarchar(60), m -> m.replica().automatic() ? "AUTOMATIC" : "MANUAL")
                .nullable("session_timeout", INT, m -> 10)
                .nullable("primary_role_allow_connections", TINYINT, m -> 2)
                .nullable("primary_role_allow_connections_desc", nvarchar(60), m -> "ALL")
                .nullable("secondary_role_allow_connections", TINYINT, m -> 0)
                .nullable("secondary_role_allow_connections_desc", nvarchar(60), m -> "NO")
                .nullable("create_date", DATETIME, m -> m.group().created())
                .nullable("modify_date", DATETIME, m -> m.group().created())
                .nullable("backup_priority", INT, m -> 50)
                .none("read_only_routing_url", nvarchar(256))
                .nullable("seeding_mode", TINYINT, m -> 1)
                .nullable("seeding_mode_desc", nvarchar(60), m -> "MANUAL")
                .since(2019, "read_write_routing_url", nvarchar(256), m -> null)
                .build();
    }

    private static String endpoint(Member member) {
        String machine = member.replica().server().split("\\\\", 2)[0];
        return "TCP://" + machine.toLowerCase(Locale.ROOT) + ".practice.invalid:5022";
    }

    private record Listening(AvailabilityGroup group, AvailabilityGroup.Listener listener) {
        String id() {
            return StorageViews.guid("listener", listener.name()).toString();
        }
    }

    private static List<Listening> listening(Scene scene) {
        return all(scene).stream()
                .flatMap(g -> g.listeners().stream().map(l -> new Listening(g, l)))
                .toList();
    }

    private static View<Listening> listeners() {
        return View.<Listening>sys("availability_group_listeners", GroupViews::listening)
                .nullable("group_id", UNIQUEIDENTIFIER, l -> id(l.group()))
                .nullable("listener_id", nvarchar(36), Listening::id)
                .nullable("dns_name", nvarchar(63), l -> l.listener().name())
                .nullable("port", INT, l -> l.listener().port())
                .nullable("is_conformant", BIT, l -> true)
                .nullable(
                        "ip_configuration_string_from_cluster",
                        nvarchar(4000),
                        l -> "('IP Address: " + l.listener().address() + "')")
                .since(2019, "is_distributed_network_name", BIT, l -> false)
                .build();
    }

    private static View<Listening> addresses() {
        return View.<Listening>sys("availability_group_listener_ip_addresses", GroupViews::listening)
                .nullable("listener_id", nvarchar(36), Listening::id)
                .nullable("ip_address", nvarchar(48), l -> l.listener().address())
                .nullable("ip_subnet_mask", nvarchar(15), l -> l.listener().mask())
                .nullable("is_dhcp", BIT, l -> false)
                .none("network_subnet_ip", nvarchar(48))
                .none("network_subnet_prefix_length", INT)
                .nullable(
                        "network_subnet_ipv4_mask",
                        nvarchar(15),
                        l -> l.listener().mask())
                .nullable("state", TINYINT, l -> 1)
                .nullable("state_desc", nvarchar(60), l -> "ONLINE")
                .build();
    }

    private record Shared(AvailabilityGroup group, String database) {}

    private static View<Shared> databases() {
        return View.<Shared>sys("availability_databases_cluster", GroupViews::shared)
                .nullable("group_id", UNIQUEIDENTIFIER, s -> id(s.group()))
                .nullable(
                        "group_database_id",
                        UNIQUEIDENTIFIER,
                        s -> databaseId(s.group().name(), s.database()))
                .nullable("database_name", SYSNAME, Shared::database)
                .none("truncation_lsn", decimal(25, 0))
                .build();
    }

    private static List<Shared> shared(Scene scene) {
        return all(scene).stream()
                .flatMap(g -> g.databases().stream().map(d -> new Shared(g, d)))
                .toList();
    }
}
