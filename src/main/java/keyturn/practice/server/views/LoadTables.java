package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Functions in FROM that tell of files: what was read and written, and the volume that one is on. */
final class LoadTables {

    private static final long VOLUME = 274_877_906_944L;
    private static final int PAGE = 8192;

    private LoadTables() {}

    static Optional<TableFunction> find(Scene scene, String name) {
        return switch (name) {
            case "dm_io_virtual_file_stats" -> Optional.of(fileStatistics(scene));
            case "dm_os_volume_stats" -> Optional.of(volumes(scene));
            case "dm_db_log_info" -> LogTables.info(scene);
            case "dm_db_log_stats" -> LogTables.statistics(scene);
            default -> Optional.empty();
        };
    }

    private static List<StorageViews.Stored> files(Scene scene, List<@Nullable Object> arguments) {
        Stream<StorageViews.Stored> all = StorageViews.visible(scene).stream();
        Object database = arguments.get(0);
        Object file = arguments.get(1);
        return all.filter(f -> database == null || database.equals(f.database().id()))
                .filter(f -> file == null || file.equals(f.file().id()))
                .toList();
    }

    private static TableFunction fileStatistics(Scene scene) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("database_id", SMALLINT, false));
        columns.add(new Column("file_id", SMALLINT, false));
        for (String name : List.of(
                "sample_ms",
                "num_of_reads",
                "num_of_bytes_read",
                "io_stall_read_ms",
                "num_of_writes",
                "num_of_bytes_written",
                "io_stall_write_ms",
                "io_stall",
                "size_on_disk_bytes")) {
            columns.add(new Column(name, BIGINT, false));
        }
        columns.add(new Column("file_handle", varbinary(8), false));
        columns.add(new Column("io_stall_queued_read_ms", BIGINT, false));
        columns.add(new Column("io_stall_queued_write_ms", BIGINT, false));
        return new TableFunction(
                "dm_io_virtual_file_stats",
                List.of(SMALLINT, SMALLINT),
                columns,
                (List<@Nullable Object> arguments) -> files(scene, arguments).stream()
                        .map(LoadTables::statistics)
                        .toList());
    }

    private static @Nullable Object[] statistics(StorageViews.Stored file) {
        long pages = file.file().pages();
        long reads = pages / 4 + 20;
        long writes = pages / 8 + 10;
        return ServerTables.row(
                file.database().id(),
                file.file().id(),
                90_000L,
                reads,
                reads * PAGE,
                reads / 2,
                writes,
                writes * PAGE,
                writes / 3,
                reads / 2 + writes / 3,
                pages * PAGE,
                Bytes.ofHex("%016X"
                        .formatted(0x1000L
                                + 16L * file.database().id()
                                + file.file().id())),
                0L,
                0L);
    }

    private static TableFunction volumes(Scene scene) {
        SqlType text = nvarchar(512);
        List<Column> columns = new ArrayList<>(List.of(
                new Column("database_id", INT, true),
                new Column("file_id", INT, true),
                new Column("volume_mount_point", text, true),
                new Column("volume_id", text, true),
                new Column("logical_volume_name", text, true),
                new Column("file_system_type", text, true),
                new Column("total_bytes", BIGINT, true),
                new Column("available_bytes", BIGINT, true)));
        for (String flag : List.of(
                "supports_compression",
                "supports_alternate_streams",
                "supports_sparse_files",
                "is_read_only",
                "is_compressed")) {
            columns.add(new Column(flag, TINYINT, true));
        }
        return new TableFunction(
                "dm_os_volume_stats",
                List.of(INT, INT),
                columns,
                (List<@Nullable Object> arguments) ->
                        files(scene, arguments).stream().map(LoadTables::volume).toList());
    }

    private static @Nullable Object[] volume(StorageViews.Stored file) {
        String mount = file.path().substring(0, Math.min(3, file.path().length()));
        return ServerTables.row(
                file.database().id(),
                file.file().id(),
                mount,
                "\\\\?\\Volume{" + StorageViews.guid("volume", mount) + "}\\",
                "Data",
                "NTFS",
                VOLUME,
                VOLUME / 2,
                1,
                1,
                1,
                0,
                0);
    }
}
