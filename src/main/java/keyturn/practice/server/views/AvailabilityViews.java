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

/** Availability groups and clusters. This server stands alone, so each view has its columns and no row. */
final class AvailabilityViews {

    private AvailabilityViews() {}

    static List<View<?>> views() {
        return List.of(
                groups(),
                replicas(),
                listeners(),
                groupStates(),
                replicaStates(),
                databaseStates(),
                replicaNodes(),
                cluster(),
                members(),
                clusterNodes());
    }

    private static View.Builder<Scene> empty(String name) {
        return View.sys(name, scene -> List.of());
    }

    private static View<Scene> groups() {
        return empty("availability_groups")
                .none("group_id", UNIQUEIDENTIFIER)
                .none("name", SYSNAME)
                .none("resource_id", nvarchar(40))
                .none("resource_group_id", nvarchar(40))
                .none("failure_condition_level", INT)
                .none("health_check_timeout", INT)
                .none("automated_backup_preference", TINYINT)
                .none("automated_backup_preference_desc", nvarchar(60))
                .none("version", SMALLINT)
                .none("basic_features", BIT)
                .none("dtc_support", BIT)
                .none("db_failover", BIT)
                .none("is_distributed", BIT)
                .since(2017, "cluster_type", TINYINT, s -> null)
                .since(2017, "cluster_type_desc", nvarchar(60), s -> null)
                .since(2022, "is_contained", BIT, s -> null)
                .build();
    }

    private static View<Scene> replicas() {
        return empty("availability_replicas")
                .none("replica_id", UNIQUEIDENTIFIER)
                .none("group_id", UNIQUEIDENTIFIER)
                .none("replica_metadata_id", INT)
                .none("replica_server_name", nvarchar(256))
                .none("owner_sid", varbinary(85))
                .none("endpoint_url", nvarchar(256))
                .none("availability_mode", TINYINT)
                .none("availability_mode_desc", nvarchar(60))
                .none("failover_mode", TINYINT)
                .none("failover_mode_desc", nvarchar(60))
                .none("session_timeout", INT)
                .none("primary_role_allow_connections", TINYINT)
                .none("primary_role_allow_connections_desc", nvarchar(60))
                .none("secondary_role_allow_connections", TINYINT)
                .none("secondary_role_allow_connections_desc", nvarchar(60))
                .none("create_date", DATETIME)
                .none("modify_date", DATETIME)
                .none("backup_priority", INT)
                .none("read_only_routing_url", nvarchar(256))
                .none("seeding_mode", TINYINT)
                .none("seeding_mode_desc", nvarchar(60))
                .build();
    }

    private static View<Scene> listeners() {
        return empty("availability_group_listeners")
                .none("group_id", UNIQUEIDENTIFIER)
                .none("listener_id", nvarchar(36))
                .none("dns_name", nvarchar(63))
                .none("port", INT)
                .none("is_conformant", BIT)
                .none("ip_configuration_string_from_cluster", nvarchar(4000))
                .build();
    }

    private static View<Scene> groupStates() {
        return empty("dm_hadr_availability_group_states")
                .guarded(Guard.PERFORMANCE)
                .none("group_id", UNIQUEIDENTIFIER)
                .none("primary_replica", nvarchar(128))
                .none("primary_recovery_health", TINYINT)
                .none("primary_recovery_health_desc", nvarchar(60))
                .none("secondary_recovery_health", TINYINT)
                .none("secondary_recovery_health_desc", nvarchar(60))
                .none("synchronization_health", TINYINT)
                .none("synchronization_health_desc", nvarchar(60))
                .build();
    }

    private static View<Scene> replicaStates() {
        return empty("dm_hadr_availability_replica_states")
                .guarded(Guard.PERFORMANCE)
                .none("replica_id", UNIQUEIDENTIFIER)
                .none("group_id", UNIQUEIDENTIFIER)
                .none("is_local", BIT)
                .none("role", TINYINT)
                .none("role_desc", nvarchar(60))
                .none("operational_state", TINYINT)
                .none("operational_state_desc", nvarchar(60))
                .none("connected_state", TINYINT)
                .none("connected_state_desc", nvarchar(60))
                .none("recovery_health", TINYINT)
                .none("recovery_health_desc", nvarchar(60))
                .none("synchronization_health", TINYINT)
                .none("synchronization_health_desc", nvarchar(60))
                .none("last_connect_error_number", INT)
                .none("last_connect_error_description", nvarchar(1024))
                .none("last_connect_error_timestamp", DATETIME)
                .build();
    }

    private static View<Scene> databaseStates() {
        return empty("dm_hadr_database_replica_states")
                .guarded(Guard.PERFORMANCE)
                .none("database_id", INT)
                .none("group_id", UNIQUEIDENTIFIER)
                .none("replica_id", UNIQUEIDENTIFIER)
                .none("group_database_id", UNIQUEIDENTIFIER)
                .none("is_local", BIT)
                .none("is_primary_replica", BIT)
                .none("synchronization_state", TINYINT)
                .none("synchronization_state_desc", nvarchar(60))
                .none("is_commit_participant", BIT)
                .none("synchronization_health", TINYINT)
                .none("synchronization_health_desc", nvarchar(60))
                .none("database_state", TINYINT)
                .none("database_state_desc", nvarchar(60))
                .none("is_suspended", BIT)
                .none("suspend_reason", TINYINT)
                .none("suspend_reason_desc", nvarchar(60))
                .none("last_hardened_lsn", decimal(25, 0))
                .none("log_send_queue_size", BIGINT)
                .none("redo_queue_size", BIGINT)
                .build();
    }

    private static View<Scene> replicaNodes() {
        return empty("dm_hadr_availability_replica_cluster_nodes")
                .guarded(Guard.PERFORMANCE)
                .none("group_name", nvarchar(256))
                .none("replica_server_name", nvarchar(256))
                .none("node_name", nvarchar(256))
                .build();
    }

    private static View<Scene> cluster() {
        return empty("dm_hadr_cluster")
                .guarded(Guard.PERFORMANCE)
                .none("cluster_name", nvarchar(128))
                .none("quorum_type", TINYINT)
                .none("quorum_type_desc", nvarchar(60))
                .none("quorum_state", TINYINT)
                .none("quorum_state_desc", nvarchar(60))
                .build();
    }

    private static View<Scene> members() {
        return empty("dm_hadr_cluster_members")
                .guarded(Guard.PERFORMANCE)
                .none("member_name", nvarchar(128))
                .none("member_type", TINYINT)
                .none("member_type_desc", nvarchar(60))
                .none("member_state", TINYINT)
                .none("member_state_desc", nvarchar(60))
                .none("number_of_quorum_votes", INT)
                .build();
    }

    private static View<Scene> clusterNodes() {
        return empty("dm_os_cluster_nodes")
                .guarded(Guard.PERFORMANCE)
                .none("NodeName", nvarchar(512))
                .none("status", INT)
                .none("status_description", nvarchar(20))
                .none("is_current_owner", BIT)
                .build();
    }
}
