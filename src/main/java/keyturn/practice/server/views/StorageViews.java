package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.tsql.types.SqlType;

/** Files, filegroups, recovery status. */
final class StorageViews {

    private static final SqlType LSN = decimal(25, 0);
    static final int GROWTH = 8192;
    static final int MOST_LOG = 268_435_456;

    private StorageViews() {}

    static List<View<?>> views() {
        return List.of(masterFiles(), databaseFiles(), filegroups(), dataSpaces(), recovery(), fileStream());
    }

    /** A file with its database. */
    record Stored(Database database, DatabaseFile file) {

        int maxSize() {
            return file.log() ? MOST_LOG : -1;
        }

        String path() {
            return file.path();
        }
    }

    private static View<Stored> masterFiles() {
        View.Builder<Stored> view = View.sys("master_files", StorageViews::visible)
                .column("database_id", INT, f -> f.database().id());
        return file(view).none("credential_id", INT).build();
    }

    static List<Stored> visible(Scene scene) {
        return scene.instance().databases().stream()
                .filter(d -> seesFiles(scene) || d.id() == 2)
                .flatMap(StorageViews::files)
                .toList();
    }

    private static boolean seesFiles(Scene scene) {
        return scene.rights().has("VIEW ANY DEFINITION") || scene.rights().has("CREATE ANY DATABASE");
    }

    private static View<Stored> databaseFiles() {
        return file(View.sys("database_files", StorageViews::here)).build();
    }

    static List<Stored> here(Scene scene) {
        return files(scene.database()).toList();
    }

    private static Stream<Stored> files(Database database) {
        return database.files().stream().map(f -> new Stored(database, f));
    }

    private static View.Builder<Stored> file(View.Builder<Stored> view) {
        view.column("file_id", INT, f -> f.file().id())
                .nullable("file_guid", UNIQUEIDENTIFIER, f -> guid("file", f.path()))
                .column("type", TINYINT, f -> f.file().kind().number())
                .nullable("type_desc", nvarchar(60), f -> f.file().kind().name())
                .column("data_space_id", INT, StorageViews::space)
                .column("name", SYSNAME, f -> f.file().name())
                .column("physical_name", nvarchar(260), Stored::path)
                .nullable(
                        "state",
                        TINYINT,
                        f -> f.database().online() ? 0 : f.database().state().number())
                .nullable("state_desc", nvarchar(60), f -> f.database().state().name())
                .column("size", INT, f -> f.file().pages())
                .column("max_size", INT, Stored::maxSize)
                .column("growth", INT, f -> GROWTH);
        for (String flag :
                List.of("is_media_read_only", "is_read_only", "is_sparse", "is_percent_growth", "is_name_reserved")) {
            view.column(flag, BIT, f -> flag.equals("is_read_only") && f.file().readOnly());
        }
        view.since(2019, "is_persistent_log_buffer", BIT, f -> false);
        return lsns(view);
    }

    private static View.Builder<Stored> lsns(View.Builder<Stored> view) {
        for (String lsn :
                List.of("create_lsn", "drop_lsn", "read_only_lsn", "read_write_lsn", "differential_base_lsn")) {
            view.none(lsn, LSN);
        }
        return view.none("differential_base_guid", UNIQUEIDENTIFIER)
                .none("differential_base_time", DATETIME)
                .none("redo_start_lsn", LSN)
                .none("redo_start_fork_guid", UNIQUEIDENTIFIER)
                .none("redo_target_lsn", LSN)
                .none("redo_target_fork_guid", UNIQUEIDENTIFIER)
                .none("backup_lsn", LSN);
    }

    private static int space(Stored stored) {
        return stored.file().log() ? 0 : stored.file().id();
    }

    /** PRIMARY, and one of its own for each further file. */
    private static List<Stored> spaces(Scene scene) {
        return here(scene).stream().filter(f -> !f.file().log()).toList();
    }

    private static boolean primary(Stored stored) {
        return stored.file().id() == 1;
    }

    private static boolean rows(Stored stored) {
        return stored.file().kind() == DatabaseFile.Kind.ROWS;
    }

    private static View.Builder<Stored> space(String name) {
        return View.<Stored>sys(name, StorageViews::spaces)
                .column("name", SYSNAME, f -> primary(f) ? "PRIMARY" : f.file().name())
                .column("data_space_id", INT, StorageViews::space)
                .column("type", chars(2), f -> rows(f) ? "FG" : "FX")
                .nullable(
                        "type_desc", nvarchar(60), f -> rows(f) ? "ROWS_FILEGROUP" : "MEMORY_OPTIMIZED_DATA_FILEGROUP")
                .nullable("is_default", BIT, StorageViews::primary)
                .nullable("is_system", BIT, d -> false);
    }

    private static View<Stored> filegroups() {
        return space("filegroups")
                .none("filegroup_guid", UNIQUEIDENTIFIER)
                .none("log_filegroup_id", INT)
                .nullable("is_read_only", BIT, f -> f.file().readOnly())
                .nullable("is_autogrow_all_files", BIT, f -> f.database().id() == 2)
                .build();
    }

    private static View<Stored> dataSpaces() {
        return space("data_spaces").build();
    }

    /** What a login that may view any database sees; that is everybody unless it was taken from public. */
    private static View<Database> recovery() {
        Function<Scene, List<Database>> rows = scene -> scene.instance().databases();
        return View.<Database>sys("database_recovery_status", rows)
                .column("database_id", INT, Database::id)
                .nullable("database_guid", UNIQUEIDENTIFIER, d -> d.online() ? guid("database", d.name()) : null)
                .nullable("family_guid", UNIQUEIDENTIFIER, d -> d.online() ? guid("family", d.name()) : null)
                .nullable(
                        "last_log_backup_lsn",
                        LSN,
                        d -> d.online()
                                ? d.lastLogBackupLsn().map(BigDecimal::valueOf).orElse(null)
                                : null)
                .nullable("recovery_fork_guid", UNIQUEIDENTIFIER, d -> d.online() ? guid("fork", d.name()) : null)
                .none("first_recovery_fork_guid", UNIQUEIDENTIFIER)
                .none("fork_point_lsn", LSN)
                .build();
    }

    private static View<Database> fileStream() {
        return View.<Database>sys(
                        "database_filestream_options", scene -> scene.instance().databases())
                .column("database_id", INT, Database::id)
                .none("directory_name", nvarchar(255))
                .column("non_transacted_access", TINYINT, d -> 0)
                .nullable("non_transacted_access_desc", nvarchar(60), d -> "OFF")
                .build();
    }

    static UUID guid(String what, String name) {
        return UUID.nameUUIDFromBytes((what + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
