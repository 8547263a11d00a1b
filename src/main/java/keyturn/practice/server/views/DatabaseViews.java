package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import keyturn.practice.server.state.Database;
import keyturn.practice.tsql.types.Bytes;

/** {@code sys.databases}, in the order of SQL Server 2022 with the later columns at the end. */
final class DatabaseViews {

    static final String COLLATION = "SQL_Latin1_General_CP1_CI_AS";
    private static final Bytes SA = Bytes.of((byte) 1);

    private DatabaseViews() {}

    static List<View<?>> views() {
        View.Builder<Database> view =
                View.sys("databases", scene -> scene.instance().databases());
        identity(view);
        state(view);
        settings(view);
        replication(view);
        language(view);
        later(view);
        return List.of(view.build());
    }

    private static void identity(View.Builder<Database> view) {
        view.column("name", SYSNAME, Database::name)
                .column("database_id", INT, Database::id)
                .none("source_database_id", INT)
                .fixed("owner_sid", varbinary(85), SA)
                .column("create_date", DATETIME, Database::created)
                .column("compatibility_level", TINYINT, Database::compatibility)
                .nullable("collation_name", SYSNAME, d -> d.online() ? COLLATION : null)
                .nullable("user_access", TINYINT, d -> d.openness().access().number())
                .nullable(
                        "user_access_desc",
                        nvarchar(60),
                        d -> d.openness().access().name());
    }

    private static void state(View.Builder<Database> view) {
        view.nullable("is_read_only", BIT, d -> d.openness().readOnly())
                .column("is_auto_close_on", BIT, d -> false)
                .fixed("is_auto_shrink_on", BIT, false)
                .nullable("state", TINYINT, d -> d.state().number())
                .nullable("state_desc", nvarchar(60), d -> d.state().name())
                .fixed("is_in_standby", BIT, false)
                .fixed("is_cleanly_shutdown", BIT, false)
                .fixed("is_supplemental_logging_enabled", BIT, false)
                .nullable("snapshot_isolation_state", TINYINT, d -> snapshots(d) ? 1 : 0)
                .nullable("snapshot_isolation_state_desc", nvarchar(60), d -> snapshots(d) ? "ON" : "OFF")
                .fixed("is_read_committed_snapshot_on", BIT, false)
                .nullable("recovery_model", TINYINT, d -> d.recovery().number())
                .nullable("recovery_model_desc", nvarchar(60), d -> d.recovery().name())
                .fixed("page_verify_option", TINYINT, 2)
                .fixed("page_verify_option_desc", nvarchar(60), "CHECKSUM");
    }

    private static void settings(View.Builder<Database> view) {
        on(view, "is_auto_create_stats_on", true);
        on(view, "is_auto_create_stats_incremental_on", false);
        on(view, "is_auto_update_stats_on", true);
        for (String name : List.of(
                "is_auto_update_stats_async_on",
                "is_ansi_null_default_on",
                "is_ansi_nulls_on",
                "is_ansi_padding_on",
                "is_ansi_warnings_on",
                "is_arithabort_on",
                "is_concat_null_yields_null_on",
                "is_numeric_roundabort_on",
                "is_quoted_identifier_on",
                "is_recursive_triggers_on",
                "is_cursor_close_on_commit_on",
                "is_local_cursor_default")) {
            on(view, name, false);
        }
        on(view, "is_fulltext_enabled", true);
        view.column("is_trustworthy_on", BIT, d -> d.id() == 4)
                .column("is_db_chaining_on", BIT, d -> d.system() && d.id() != 3)
                .column("is_parameterization_forced", BIT, d -> false)
                .column("is_master_key_encrypted_by_server", BIT, d -> false)
                .nullable("is_query_store_on", BIT, d -> !d.system());
    }

    private static void replication(View.Builder<Database> view) {
        for (String name : List.of(
                "is_published", "is_subscribed", "is_merge_published", "is_distributor", "is_sync_with_backup")) {
            view.column(name, BIT, d -> false);
        }
        view.column("service_broker_guid", UNIQUEIDENTIFIER, d -> guid(d.name()))
                .column("is_broker_enabled", BIT, d -> d.id() == 4)
                .nullable("log_reuse_wait", TINYINT, d -> 0)
                .nullable("log_reuse_wait_desc", nvarchar(60), d -> "NOTHING")
                .column("is_date_correlation_on", BIT, d -> false)
                .column("is_cdc_enabled", BIT, d -> false)
                .nullable("is_encrypted", BIT, DatabaseViews::encrypted)
                .nullable("is_honor_broker_priority_on", BIT, d -> false)
                .nullable(
                        "replica_id",
                        UNIQUEIDENTIFIER,
                        d -> d.partners()
                                .group()
                                .map(g -> GroupViews.replicaId(g.group(), g.replica()))
                                .orElse(null))
                .nullable(
                        "group_database_id",
                        UNIQUEIDENTIFIER,
                        d -> d.partners()
                                .group()
                                .map(g -> GroupViews.databaseId(g.group(), d.name()))
                                .orElse(null))
                .none("resource_pool_id", INT);
    }

    private static void language(View.Builder<Database> view) {
        view.none("default_language_lcid", SMALLINT)
                .none("default_language_name", nvarchar(128))
                .none("default_fulltext_language_lcid", INT)
                .none("default_fulltext_language_name", nvarchar(128))
                .none("is_nested_triggers_on", BIT)
                .none("is_transform_noise_words_on", BIT)
                .none("two_digit_year_cutoff", SMALLINT)
                .fixed("containment", TINYINT, 0)
                .fixed("containment_desc", nvarchar(60), "NONE")
                .nullable("target_recovery_time_in_seconds", INT, d -> d.system() && d.id() != 3 ? 0 : 60)
                .fixed("delayed_durability", INT, 0)
                .fixed("delayed_durability_desc", nvarchar(60), "DISABLED")
                .fixed("is_memory_optimized_elevate_to_snapshot_on", BIT, false)
                .fixed("is_federation_member", BIT, false)
                .fixed("is_remote_data_archive_enabled", BIT, false)
                .nullable("is_mixed_page_allocation_on", BIT, d -> d.system() && d.id() != 2);
    }

    private static void later(View.Builder<Database> view) {
        view.since(2017, "is_temporal_history_retention_enabled", BIT, d -> true)
                .since(2019, "catalog_collation_type", INT, d -> 0)
                .since(2019, "catalog_collation_type_desc", nvarchar(60), d -> "DATABASE_DEFAULT")
                .since(2019, "physical_database_name", nvarchar(128), Database::name)
                .since(2019, "is_result_set_caching_on", BIT, d -> false)
                .since(2019, "is_accelerated_database_recovery_on", BIT, d -> false)
                .since(2019, "is_tempdb_spill_to_remote_store", BIT, d -> false)
                .since(2019, "is_stale_page_detection_on", BIT, d -> false)
                .since(2019, "is_memory_optimized_enabled", BIT, d -> true)
                .since(2022, "is_data_retention_enabled", BIT, d -> false)
                .since(2022, "is_ledger_on", BIT, d -> false)
                .since(2022, "is_change_feed_enabled", BIT, d -> false)
                .since(2025, "is_data_lake_replication_enabled", BIT, d -> false)
                .since(2025, "is_event_stream_enabled", BIT, d -> false)
                .since(2025, "data_lake_log_publishing", TINYINT, d -> 0)
                .since(2025, "data_lake_log_publishing_desc", nvarchar(60), d -> "OFF")
                .since(2025, "is_vorder_enabled", BIT, d -> false)
                .since(2025, "is_optimized_locking_on", BIT, d -> false);
    }

    /** tempdb does not say so. */
    static boolean encrypted(Database database) {
        return database.dek()
                .filter(dek -> database.id() != 2 && dek.state() >= 2 && dek.state() != 5)
                .isPresent();
    }

    private static boolean snapshots(Database database) {
        return database.name().equals("master") || database.name().equals("msdb");
    }

    private static void on(View.Builder<Database> view, String name, boolean value) {
        view.fixed(name, BIT, value);
    }

    private static UUID guid(String name) {
        return UUID.nameUUIDFromBytes(("broker " + name).getBytes(StandardCharsets.UTF_8));
    }
}
