package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;

/** Files, recovery status. */
final class StorageViews {

    private StorageViews() {}

    static List<View<?>> views() {
        return List.of(masterFiles(), databaseFiles(), recovery());
    }

    private record Stored(Database database, DatabaseFile file) {}

    private static View<Stored> masterFiles() {
        View.Builder<Stored> view = View.<Stored>sys(
                        "master_files",
                        scene -> scene.instance().databases().stream()
                                .filter(d -> seesFiles(scene) || d.id() == 2)
                                .flatMap(StorageViews::files)
                                .toList())
                .column("database_id", INT, f -> f.database().id());
        return file(view).build();
    }

    private static boolean seesFiles(Scene scene) {
        return scene.rights().has("VIEW ANY DEFINITION") || scene.rights().has("CREATE ANY DATABASE");
    }

    private static View<Stored> databaseFiles() {
        return file(View.<Stored>sys(
                        "database_files", scene -> files(scene.database()).toList()))
                .build();
    }

    private static java.util.stream.Stream<Stored> files(Database database) {
        return database.files().stream().map(f -> new Stored(database, f));
    }

    private static View.Builder<Stored> file(View.Builder<Stored> view) {
        return view.column("file_id", INT, f -> f.file().id())
                .nullable(
                        "file_guid",
                        UNIQUEIDENTIFIER,
                        f -> guid("file", f.file().path()))
                .column("type", TINYINT, f -> f.file().log() ? 1 : 0)
                .nullable("type_desc", nvarchar(60), f -> f.file().log() ? "LOG" : "ROWS")
                .column("data_space_id", INT, f -> f.file().log() ? 0 : 1)
                .column("name", SYSNAME, f -> f.file().name())
                .column("physical_name", nvarchar(260), f -> f.file().path())
                .nullable(
                        "state",
                        TINYINT,
                        f -> f.database().online() ? 0 : f.database().state().number())
                .nullable(
                        "state_desc",
                        nvarchar(60),
                        f -> f.database().online()
                                ? "ONLINE"
                                : f.database().state().name())
                .column("size", INT, f -> f.file().pages())
                .column("max_size", INT, f -> f.file().log() ? 268_435_456 : -1)
                .column("growth", INT, f -> 8192)
                .column("is_media_read_only", BIT, f -> false)
                .column("is_read_only", BIT, f -> false)
                .column("is_sparse", BIT, f -> false)
                .column("is_percent_growth", BIT, f -> false)
                .column("is_name_reserved", BIT, f -> false);
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
                        decimal(25, 0),
                        d -> d.online()
                                ? d.lastLogBackupLsn().map(BigDecimal::valueOf).orElse(null)
                                : null)
                .nullable("recovery_fork_guid", UNIQUEIDENTIFIER, d -> d.online() ? guid("fork", d.name()) : null)
                .none("first_recovery_fork_guid", UNIQUEIDENTIFIER)
                .none("fork_point_lsn", decimal(25, 0))
                .build();
    }

    static UUID guid(String what, String name) {
        return UUID.nameUUIDFromBytes((what + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
