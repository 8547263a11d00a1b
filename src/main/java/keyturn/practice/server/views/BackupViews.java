package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.RestoreRecord;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Backup history, tables of msdb. */
final class BackupViews {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType LSN = decimal(25, 0);
    private static final SqlType SIZE = decimal(20, 0);

    private BackupViews() {}

    static List<View<?>> views() {
        return List.of(restores(), sets(), families(), mediaSets());
    }

    /** A backup, and the database that it is of where there still is one. */
    record Taken(BackupRecord backup, Scene scene, Optional<Database> database) {

        ProductVersion version() {
            return scene.version();
        }

        String server() {
            return scene.instance().identity().serverName();
        }

        /** That of the database, else the server's. */
        Collation collation() {
            return database.map(d -> Collation.known(d.settings().collation()))
                    .orElse(scene.instance().identity().collation());
        }

        @Nullable
        Object encrypted(String value) {
            return backup.encryptor().isPresent() ? value : null;
        }

        BigDecimal lsn(int after) {
            return BigDecimal.valueOf(backup.lsn() + after);
        }

        BigDecimal size() {
            return BigDecimal.valueOf(backup.pages() * 8192);
        }

        UUID guid(String what) {
            return StorageViews.guid(what, backup.database());
        }
    }

    static List<Taken> taken(Scene scene) {
        return scene.instance().history().backups().stream()
                .map(b -> new Taken(b, scene, scene.instance().database(b.database())))
                .toList();
    }

    private static View<Taken> sets() {
        View.Builder<Taken> view = View.<Taken>msdb("backupset", BackupViews::taken)
                .column("backup_set_id", INT, t -> t.backup().id())
                .column(
                        "backup_set_uuid",
                        UNIQUEIDENTIFIER,
                        t -> StorageViews.guid("set", "" + t.backup().id()))
                .column("media_set_id", INT, t -> t.backup().id());
        for (String part : List.of("first", "last", "catalog")) {
            view.fixed(part + "_family_number", TINYINT, 1).fixed(part + "_media_number", SMALLINT, 1);
        }
        writer(view);
        place(view);
        content(view);
        flags(view);
        forks(view);
        return encryption(view).build();
    }

    private static void writer(View.Builder<Taken> view) {
        view.nullable("position", INT, t -> t.backup().media().position())
                .none("expiration_date", DATETIME)
                .fixed("software_vendor_id", INT, 4608)
                .nullable("name", NAME, t -> t.backup().name().orElse(null))
                .nullable(
                        "description",
                        nvarchar(255),
                        t -> t.backup().media().description().orElse(null))
                .nullable("user_name", NAME, t -> t.backup().user())
                .nullable("software_major_version", TINYINT, t -> t.version().major())
                .nullable("software_minor_version", TINYINT, t -> t.version().minor())
                .nullable("software_build_version", SMALLINT, t -> t.version().build())
                .fixed("time_zone", SMALLINT, 0)
                .fixed("mtf_minor_version", TINYINT, 0);
    }

    private static void place(View.Builder<Taken> view) {
        view.nullable("first_lsn", LSN, t -> t.lsn(0))
                .nullable("last_lsn", LSN, t -> t.lsn(2))
                .nullable("checkpoint_lsn", LSN, t -> t.lsn(0))
                .nullable("database_backup_lsn", LSN, t -> t.lsn(0))
                .nullable(
                        "database_creation_date",
                        DATETIME,
                        t -> t.database().map(Database::created).orElse(null))
                .nullable("backup_start_date", DATETIME, t -> t.backup().started())
                .nullable("backup_finish_date", DATETIME, t -> t.backup().finished())
                .nullable("type", chars(1), t -> String.valueOf(t.backup().type()));
    }

    private static void content(View.Builder<Taken> view) {
        view.fixed("sort_order", SMALLINT, 52)
                .fixed("code_page", SMALLINT, 228)
                .nullable(
                        "compatibility_level",
                        TINYINT,
                        t -> t.database()
                                .map(Database::compatibility)
                                .orElse(t.version().major() * 10))
                .nullable("database_version", INT, t -> DatabaseProperties.format(t.version()))
                .nullable("backup_size", SIZE, Taken::size)
                .nullable("database_name", NAME, t -> t.backup().database())
                .nullable("server_name", NAME, Taken::server)
                .nullable("machine_name", NAME, t -> t.server().split("\\\\")[0])
                .nullable("flags", INT, t -> t.backup().copyOnly() ? 1536 : 512)
                .fixed("unicode_locale", INT, 1033)
                .nullable("unicode_compare_style", INT, t -> Collations.style(t.collation()))
                .nullable("collation_name", NAME, t -> t.collation().name())
                .fixed("is_password_protected", BIT, false)
                .nullable(
                        "recovery_model",
                        nvarchar(60),
                        t -> t.backup().recovery().name());
    }

    private static void flags(View.Builder<Taken> view) {
        for (String flag : List.of(
                "has_bulk_logged_data",
                "is_snapshot",
                "is_readonly",
                "is_single_user",
                "is_damaged",
                "begins_log_chain",
                "has_incomplete_metadata",
                "is_force_offline")) {
            view.fixed(flag, BIT, false);
        }
        view.nullable("has_backup_checksums", BIT, t -> t.backup().media().checksums())
                .nullable("is_copy_only", BIT, t -> t.backup().copyOnly());
    }

    private static void forks(View.Builder<Taken> view) {
        view.nullable("first_recovery_fork_guid", UNIQUEIDENTIFIER, t -> t.guid("fork"))
                .nullable("last_recovery_fork_guid", UNIQUEIDENTIFIER, t -> t.guid("fork"))
                .none("fork_point_lsn", LSN)
                .nullable("database_guid", UNIQUEIDENTIFIER, t -> t.guid("database"))
                .nullable("family_guid", UNIQUEIDENTIFIER, t -> t.guid("family"))
                .none("differential_base_lsn", LSN)
                .none("differential_base_guid", UNIQUEIDENTIFIER);
    }

    private static View.Builder<Taken> encryption(View.Builder<Taken> view) {
        return view.nullable("compressed_backup_size", SIZE, Taken::size)
                .nullable("key_algorithm", nvarchar(32), t -> t.encrypted("aes_256"))
                .nullable(
                        "encryptor_thumbprint",
                        varbinary(20),
                        t -> t.backup().encryptor().orElse(null))
                .nullable("encryptor_type", nvarchar(32), t -> t.encrypted("ASYMMETRIC KEY"))
                .since(
                        2022,
                        "last_valid_restore_time",
                        DATETIME,
                        t -> t.backup().type() == 'L' ? t.backup().finished() : null)
                .since(2022, "compression_algorithm", nvarchar(32), t -> null);
    }

    private static View<Taken> families() {
        return View.<Taken>msdb("backupmediafamily", BackupViews::taken)
                .column("media_set_id", INT, t -> t.backup().id())
                .column("family_sequence_number", TINYINT, t -> 1)
                .nullable(
                        "media_family_id",
                        UNIQUEIDENTIFIER,
                        t -> StorageViews.guid("media", "" + t.backup().id()))
                .nullable("media_count", INT, t -> 1)
                .none("logical_device_name", NAME)
                .nullable("physical_device_name", nvarchar(260), t -> t.backup().device())
                .nullable("device_type", TINYINT, t -> 2)
                .nullable("physical_block_size", INT, t -> 512)
                .column("mirror", TINYINT, t -> 0)
                .build();
    }

    private static View<Taken> mediaSets() {
        return View.<Taken>msdb("backupmediaset", BackupViews::taken)
                .column("media_set_id", INT, t -> t.backup().id())
                .nullable(
                        "media_uuid",
                        UNIQUEIDENTIFIER,
                        t -> StorageViews.guid("mediaset", "" + t.backup().id()))
                .fixed("media_family_count", TINYINT, 1)
                .none("name", NAME)
                .none("description", nvarchar(255))
                .fixed("software_name", NAME, "Microsoft SQL Server")
                .fixed("software_vendor_id", INT, 4608)
                .fixed("MTF_major_version", TINYINT, 1)
                .fixed("mirror_count", TINYINT, 1)
                .fixed("is_password_protected", BIT, false)
                .fixed("is_compressed", BIT, false)
                .nullable("is_encrypted", BIT, t -> t.backup().encryptor().isPresent())
                .build();
    }

    private static View<RestoreRecord> restores() {
        return View.<RestoreRecord>msdb(
                        "restorehistory", scene -> scene.instance().history().restores())
                .column("restore_history_id", INT, RestoreRecord::id)
                .nullable("restore_date", DATETIME, RestoreRecord::at)
                .nullable("destination_database_name", NAME, RestoreRecord::database)
                .nullable("user_name", NAME, RestoreRecord::user)
                .column("backup_set_id", INT, RestoreRecord::backup)
                .nullable("restore_type", chars(1), r -> String.valueOf(r.type()))
                .nullable("replace", BIT, RestoreRecord::replace)
                .nullable("recovery", BIT, RestoreRecord::recovery)
                .nullable("restart", BIT, r -> false)
                .none("stop_at", DATETIME)
                .nullable("device_count", TINYINT, r -> 1)
                .none("stop_at_mark_name", NAME)
                .none("stop_before", BIT)
                .build();
    }
}
