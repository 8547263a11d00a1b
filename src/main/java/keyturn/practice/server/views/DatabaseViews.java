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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.User;
import keyturn.practice.server.state.VirtualLog;

/** {@code sys.databases}, in the order of SQL Server 2022 with the later columns at the end. */
final class DatabaseViews {

    private DatabaseViews() {}

    static List<View<?>> views() {
        View.Builder<Database> view = View.sys("databases", DatabaseViews::visible);
        identity(view);
        state(view);
        settings(view);
        replication(view);
        language(view);
        later(view);
        return List.of(view.build());
    }

    /** Without VIEW ANY DATABASE a login sees master, tempdb and what it owns. */
    private static List<Database> visible(Scene scene) {
        Rights rights = scene.rights();
        boolean all = rights.has("VIEW ANY DATABASE") || rights.has(Rights.ALTER_DATABASE);
        return scene.instance().databases().stream()
                .filter(d -> all
                        || d.id() <= 2
                        || rights.user(d.id()).filter(u -> u.id() == User.DBO).isPresent())
                .map(d -> OpenTransactions.held(scene, d))
                .toList();
    }

    private static void identity(View.Builder<Database> view) {
        view.column("name", SYSNAME, Database::name)
                .column("database_id", INT, Database::id)
                .nullable(
                        "source_database_id",
                        INT,
                        d -> d.settings().snapshotOf().orElse(null))
                .nullable("owner_sid", varbinary(85), d -> d.settings().owner())
                .column("create_date", DATETIME, Database::created)
                .column("compatibility_level", TINYINT, Database::compatibility)
                .nullable(
                        "collation_name",
                        SYSNAME,
                        d -> d.online() ? d.settings().collation() : null)
                .nullable("user_access", TINYINT, d -> d.openness().access().number())
                .nullable(
                        "user_access_desc",
                        nvarchar(60),
                        d -> d.openness().access().name());
    }

    private static void state(View.Builder<Database> view) {
        view.nullable("is_read_only", BIT, d -> d.openness().readOnly())
                .column("is_auto_close_on", BIT, d -> d.settings().on("AUTO_CLOSE"))
                .nullable("is_auto_shrink_on", BIT, d -> d.settings().on("AUTO_SHRINK"))
                .nullable("state", TINYINT, d -> d.state().number())
                .nullable("state_desc", nvarchar(60), d -> d.state().name())
                .nullable("is_in_standby", BIT, d -> d.settings().on("STANDBY"))
                .fixed("is_cleanly_shutdown", BIT, false)
                .fixed("is_supplemental_logging_enabled", BIT, false)
                .nullable("snapshot_isolation_state", TINYINT, d -> snapshots(d) ? 1 : 0)
                .nullable("snapshot_isolation_state_desc", nvarchar(60), d -> snapshots(d) ? "ON" : "OFF")
                .nullable(
                        "is_read_committed_snapshot_on", BIT, d -> d.settings().on("READ_COMMITTED_SNAPSHOT"))
                .nullable("recovery_model", TINYINT, d -> d.recovery().number())
                .nullable("recovery_model_desc", nvarchar(60), d -> d.recovery().name())
                .nullable("page_verify_option", TINYINT, DatabaseViews::pageVerify)
                .nullable(
                        "page_verify_option_desc",
                        nvarchar(60),
                        d -> d.settings().pageVerify());
    }

    private static void settings(View.Builder<Database> view) {
        option(view, "is_auto_create_stats_on", "AUTO_CREATE_STATISTICS");
        view.fixed("is_auto_create_stats_incremental_on", BIT, false);
        option(view, "is_auto_update_stats_on", "AUTO_UPDATE_STATISTICS");
        option(view, "is_auto_update_stats_async_on", "AUTO_UPDATE_STATISTICS_ASYNC");
        for (String name : List.of(
                "ANSI_NULL_DEFAULT",
                "ANSI_NULLS",
                "ANSI_PADDING",
                "ANSI_WARNINGS",
                "ARITHABORT",
                "CONCAT_NULL_YIELDS_NULL",
                "NUMERIC_ROUNDABORT",
                "QUOTED_IDENTIFIER",
                "RECURSIVE_TRIGGERS",
                "CURSOR_CLOSE_ON_COMMIT")) {
            option(view, "is_" + name.toLowerCase(Locale.ROOT) + "_on", name);
        }
        option(view, "is_local_cursor_default", "CURSOR_DEFAULT LOCAL");
        view.fixed("is_fulltext_enabled", BIT, true)
                .column(
                        "is_trustworthy_on",
                        BIT,
                        d -> d.id() == 4 || d.settings().on("TRUSTWORTHY"))
                .column(
                        "is_db_chaining_on",
                        BIT,
                        d -> (d.system() && d.id() != 3) || d.settings().on("DB_CHAINING"))
                .column("is_parameterization_forced", BIT, d -> d.settings().on("PARAMETERIZATION FORCED"))
                .column("is_master_key_encrypted_by_server", BIT, d -> false)
                .nullable("is_query_store_on", BIT, d -> !d.system());
    }

    private static void replication(View.Builder<Database> view) {
        for (String name : List.of(
                "is_published", "is_subscribed", "is_merge_published", "is_distributor", "is_sync_with_backup")) {
            view.column(name, BIT, d -> false);
        }
        view.column("service_broker_guid", UNIQUEIDENTIFIER, d -> guid(d.name()))
                .column(
                        "is_broker_enabled",
                        BIT,
                        d -> d.id() == 4 || d.settings().on("ENABLE_BROKER"))
                .nullable(
                        "log_reuse_wait",
                        TINYINT,
                        d -> d.log().heldBy().map(VirtualLog.HOLDERS::get).orElse(0))
                .nullable(
                        "log_reuse_wait_desc",
                        nvarchar(60),
                        d -> d.log().heldBy().orElse("NOTHING"))
                .column("is_date_correlation_on", BIT, d -> d.settings().on("DATE_CORRELATION_OPTIMIZATION"))
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
                .nullable(
                        "delayed_durability",
                        INT,
                        d -> List.of("DISABLED", "ALLOWED", "FORCED").indexOf(durability(d)))
                .nullable("delayed_durability_desc", nvarchar(60), DatabaseViews::durability)
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
        return database.name().equals("master")
                || database.name().equals("msdb")
                || database.settings().on("ALLOW_SNAPSHOT_ISOLATION");
    }

    private static void option(View.Builder<Database> view, String name, String option) {
        view.nullable(name, BIT, d -> d.settings().on(option));
    }

    private static int pageVerify(Database database) {
        return List.of("NONE", "TORN_PAGE_DETECTION", "CHECKSUM")
                .indexOf(database.settings().pageVerify());
    }

    private static String durability(Database database) {
        return Stream.of("ALLOWED", "FORCED")
                .filter(w -> database.settings().on("DELAYED_DURABILITY " + w))
                .findFirst()
                .orElse("DISABLED");
    }

    private static UUID guid(String name) {
        return UUID.nameUUIDFromBytes(("broker " + name).getBytes(StandardCharsets.UTF_8));
    }
}
