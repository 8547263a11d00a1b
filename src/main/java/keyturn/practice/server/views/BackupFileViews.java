package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.views.BackupViews.Taken;
import keyturn.practice.tsql.types.SqlType;

/** What each backup holds: files and filegroups, tables of msdb. */
final class BackupFileViews {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType SIZE = decimal(20, 0);

    private BackupFileViews() {}

    static List<View<?>> views() {
        return List.of(files(), filegroups());
    }

    private record Saved(Taken set, DatabaseFile file) {}

    private static View<Saved> files() {
        return View.<Saved>msdb("backupfile", BackupFileViews::saved)
                .column("backup_set_id", INT, s -> s.set().backup().id())
                .fixed("first_family_number", TINYINT, 1)
                .fixed("first_media_number", SMALLINT, 1)
                .nullable("filegroup_name", NAME, s -> s.file().log() ? null : "PRIMARY")
                .fixed("page_size", INT, 8192)
                .column(
                        "file_number",
                        decimal(10, 0),
                        s -> BigDecimal.valueOf(s.file().id()))
                .nullable(
                        "backed_up_page_count",
                        decimal(10, 0),
                        s -> BigDecimal.valueOf(s.file().log() ? 0 : s.file().pages()))
                .nullable("file_type", chars(1), s -> s.file().log() ? "L" : "D")
                .nullable("source_file_block_size", decimal(10, 0), s -> BigDecimal.valueOf(512))
                .nullable("file_size", SIZE, s -> BigDecimal.valueOf(s.file().pages() * 8192L))
                .nullable("logical_name", NAME, s -> s.file().name())
                .nullable("physical_drive", nvarchar(260), s -> s.file().path().substring(0, 2))
                .nullable("physical_name", nvarchar(260), s -> s.file().path())
                .fixed("state", TINYINT, 0)
                .fixed("state_desc", nvarchar(64), "ONLINE")
                .nullable("backup_size", SIZE, s -> s.set().size())
                .nullable("filegroup_guid", UNIQUEIDENTIFIER, s -> null)
                .fixed("is_readonly", BIT, false)
                .fixed("is_present", BIT, true)
                .build();
    }

    private static List<Saved> saved(Scene scene) {
        return BackupViews.taken(scene).stream()
                .flatMap(t -> t.database()
                        .map(d -> d.files().stream())
                        .orElse(Stream.empty())
                        .map(f -> new Saved(t, f)))
                .toList();
    }

    private static View<Taken> filegroups() {
        return View.<Taken>msdb("backupfilegroup", BackupViews::taken)
                .column("backup_set_id", INT, t -> t.backup().id())
                .fixed("name", NAME, "PRIMARY")
                .fixed("filegroup_id", INT, 1)
                .none("filegroup_guid", UNIQUEIDENTIFIER)
                .fixed("type", chars(2), "FG")
                .fixed("type_desc", nvarchar(60), "ROWS_FILEGROUP")
                .fixed("is_default", BIT, true)
                .fixed("is_readonly", BIT, false)
                .none("log_filegroup_guid", UNIQUEIDENTIFIER)
                .build();
    }
}
