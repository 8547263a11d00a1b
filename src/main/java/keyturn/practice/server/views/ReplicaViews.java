package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;

/**
 * How availability groups fare. The primary knows of every replica; a secondary of itself, and who the primary is. A
 * database that is not open on this server does not synchronize.
 */
final class ReplicaViews {

    private static final BigDecimal LSN = BigDecimal.valueOf(34_000_000_048_200_001L);

    private ReplicaViews() {}

    static List<View<?>> views() {
        return List.of(groupStates(), replicaStates(), databaseStates(), replicaNodes());
    }

    /** A replica as this server sees it. */
    private record Seen(GroupViews.Member member, boolean local, boolean healthy) {
        AvailabilityGroup.Replica replica() {
            return member.replica();
        }
    }

    private static List<Seen> seen(Scene scene) {
        return GroupViews.members(scene)
                .map(m -> new Seen(
                        m,
                        local(scene, m.replica()),
                        m.replica().connected() && healthy(scene, m.group(), m.replica())))
                .filter(s -> s.local() || hostsPrimary(scene, s.member().group()))
                .toList();
    }

    private static boolean local(Scene scene, AvailabilityGroup.Replica replica) {
        return replica.server().equalsIgnoreCase(scene.instance().identity().serverName());
    }

    private static boolean hostsPrimary(Scene scene, AvailabilityGroup group) {
        return group.primary().filter(p -> local(scene, p)).isPresent();
    }

    /** Every database of the group is open here; of other replicas only the connection is known. */
    private static boolean healthy(Scene scene, AvailabilityGroup group, AvailabilityGroup.Replica replica) {
        boolean open = group.databases().stream()
                .allMatch(d ->
                        scene.instance().database(d).filter(Database::online).isPresent());
        return open || !(local(scene, replica) || replica.primary());
    }

    private static View<AvailabilityGroup> groupStates() {
        return View.<AvailabilityGroup>sys("dm_hadr_availability_group_states", GroupViews::all)
                .guarded(Guard.PERFORMANCE)
                .column("group_id", UNIQUEIDENTIFIER, GroupViews::id)
                .nullable(
                        "primary_replica",
                        nvarchar(128),
                        g -> g.primary().map(AvailabilityGroup.Replica::server).orElse(null))
                .nullable("primary_recovery_health", TINYINT, g -> 1)
                .nullable("primary_recovery_health_desc", nvarchar(60), g -> "ONLINE")
                .none("secondary_recovery_health", TINYINT)
                .none("secondary_recovery_health_desc", nvarchar(60))
                .nullable("synchronization_health", TINYINT, g -> allConnected(g) ? 2 : 1)
                .nullable(
                        "synchronization_health_desc",
                        nvarchar(60),
                        g -> allConnected(g) ? "HEALTHY" : "PARTIALLY_HEALTHY")
                .build();
    }

    private static boolean allConnected(AvailabilityGroup group) {
        return group.replicas().stream().allMatch(AvailabilityGroup.Replica::connected);
    }

    private static View<Seen> replicaStates() {
        return View.<Seen>sys("dm_hadr_availability_replica_states", ReplicaViews::seen)
                .guarded(Guard.PERFORMANCE)
                .column("replica_id", UNIQUEIDENTIFIER, s -> s.member().id())
                .column(
                        "group_id",
                        UNIQUEIDENTIFIER,
                        s -> GroupViews.id(s.member().group()))
                .column("is_local", BIT, Seen::local)
                .nullable("role", TINYINT, s -> s.replica().primary() ? 1 : 2)
                .nullable("role_desc", nvarchar(60), s -> s.replica().primary() ? "PRIMARY" : "SECONDARY")
                .nullable("operational_state", TINYINT, s -> s.local() ? 2 : null)
                .nullable("operational_state_desc", nvarchar(60), s -> s.local() ? "ONLINE" : null)
                .nullable("connected_state", TINYINT, s -> s.replica().connected() ? 1 : 0)
                .nullable(
                        "connected_state_desc",
                        nvarchar(60),
                        s -> s.replica().connected() ? "CONNECTED" : "DISCONNECTED")
                .nullable("recovery_health", TINYINT, s -> s.local() ? 1 : null)
                .nullable("recovery_health_desc", nvarchar(60), s -> s.local() ? "ONLINE" : null)
                .nullable("synchronization_health", TINYINT, s -> s.healthy() ? 2 : 0)
                .nullable("synchronization_health_desc", nvarchar(60), s -> s.healthy() ? "HEALTHY" : "NOT_HEALTHY")
                .none("last_connect_error_number", INT)
                .none("last_connect_error_description", nvarchar(1024))
                .none("last_connect_error_timestamp", DATETIME)
                .build();
    }

    /** A database on a replica. */
    private record Copy(Seen seen, Database database) {
        boolean moving() {
            return database.online() && seen.replica().connected();
        }

        /** SYNCHRONIZED needs a synchronous replica; the primary's own copy is as its mode says. */
        int state() {
            return !moving() ? 0 : seen.replica().synchronous() ? 2 : 1;
        }

        String word() {
            return List.of("NOT SYNCHRONIZING", "SYNCHRONIZING", "SYNCHRONIZED").get(state());
        }
    }

    private static List<Copy> copies(Scene scene) {
        return seen(scene).stream().flatMap(s -> copies(scene, s)).toList();
    }

    private static Stream<Copy> copies(Scene scene, Seen seen) {
        return seen.member().group().databases().stream()
                .map(scene.instance()::database)
                .flatMap(Optional::stream)
                .map(d -> new Copy(seen, d));
    }

    private static View<Copy> databaseStates() {
        View.Builder<Copy> view = View.<Copy>sys("dm_hadr_database_replica_states", ReplicaViews::copies)
                .guarded(Guard.PERFORMANCE)
                .column("database_id", INT, c -> c.database().id())
                .column(
                        "group_id",
                        UNIQUEIDENTIFIER,
                        c -> GroupViews.id(c.seen().member().group()))
                .column("replica_id", UNIQUEIDENTIFIER, c -> c.seen().member().id())
                .column(
                        "group_database_id",
                        UNIQUEIDENTIFIER,
                        c -> GroupViews.databaseId(
                                c.seen().member().group().name(), c.database().name()))
                .nullable("is_local", BIT, c -> c.seen().local())
                .nullable("is_primary_replica", BIT, c -> c.seen().replica().primary())
                .nullable("synchronization_state", TINYINT, Copy::state)
                .nullable("synchronization_state_desc", nvarchar(60), Copy::word)
                .nullable("is_commit_participant", BIT, c -> c.seen().replica().synchronous())
                .nullable("synchronization_health", TINYINT, c -> c.moving() ? 2 : 0)
                .nullable("synchronization_health_desc", nvarchar(60), c -> c.moving() ? "HEALTHY" : "NOT_HEALTHY")
                .nullable(
                        "database_state",
                        TINYINT,
                        c -> c.seen().local() ? c.database().state().number() : null)
                .nullable(
                        "database_state_desc",
                        nvarchar(60),
                        c -> c.seen().local() ? c.database().state().name() : null)
                .nullable("is_suspended", BIT, c -> false)
                .none("suspend_reason", TINYINT)
                .none("suspend_reason_desc", nvarchar(60));
        return progress(view).build();
    }

    /** How far the log has come: nothing is written here, so that all have all. */
    private static View.Builder<Copy> progress(View.Builder<Copy> view) {
        for (String step : List.of("recovery", "truncation")) {
            view.nullable(step + "_lsn", decimal(25, 0), c -> LSN);
        }
        for (String step : List.of("sent", "received", "hardened", "redone")) {
            view.nullable("last_" + step + "_lsn", decimal(25, 0), c -> LSN).none("last_" + step + "_time", DATETIME);
        }
        for (String measure : List.of(
                "log_send_queue_size", "log_send_rate", "redo_queue_size", "redo_rate", "filestream_send_rate")) {
            view.nullable(measure, BIGINT, c -> 0L);
        }
        return view.nullable("end_of_log_lsn", decimal(25, 0), c -> LSN)
                .none("last_commit_lsn", decimal(25, 0))
                .none("last_commit_time", DATETIME)
                .nullable("low_water_mark_for_ghosts", BIGINT, c -> 0L)
                .nullable(
                        "secondary_lag_seconds", BIGINT, c -> c.seen().replica().primary() ? null : 0L)
                .since(2017, "quorum_commit_lsn", decimal(25, 0), c -> null)
                .since(2017, "quorum_commit_time", DATETIME, c -> null);
    }

    private static View<GroupViews.Member> replicaNodes() {
        return View.<GroupViews.Member>sys(
                        "dm_hadr_availability_replica_cluster_nodes",
                        scene -> GroupViews.members(scene).toList())
                .guarded(Guard.PERFORMANCE)
                .nullable("group_name", nvarchar(256), m -> m.group().name())
                .nullable("replica_server_name", nvarchar(256), m -> m.replica().server())
                .nullable("node_name", nvarchar(256), m -> m.replica().server().split("\\\\", 2)[0])
                .build();
    }
}
