package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.FLOAT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.VirtualLog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Functions in FROM that tell of a database's transaction log. A log begins with four parts here. */
final class LogTables {

    private static final int PARTS = 4;
    private static final double PAGES_A_MEGABYTE = 128;
    private static final SqlType LSN = nvarchar(24);

    private LogTables() {}

    /** NULL is the current database. */
    private static Optional<Database> database(Scene scene, List<@Nullable Object> arguments) {
        return arguments.getFirst() instanceof Integer id
                ? scene.instance().database(id).filter(scene::mayEnter)
                : Optional.of(scene.database());
    }

    static Optional<TableFunction> info(Scene scene) {
        if (scene.version().year() < 2016) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column("database_id", INT, true),
                new Column("file_id", SMALLINT, true),
                new Column("vlf_begin_offset", BIGINT, true),
                new Column("vlf_size_mb", FLOAT, true),
                new Column("vlf_sequence_number", BIGINT, true),
                new Column("vlf_active", BIT, true),
                new Column("vlf_status", INT, true),
                new Column("vlf_parity", SMALLINT, true),
                new Column("vlf_first_lsn", LSN, true),
                new Column("vlf_create_lsn", LSN, true)));
        if (scene.version().year() >= 2019) {
            columns.add(new Column("vlf_encryptor_thumbprint", SqlType.varbinary(20), true));
        }
        return Optional.of(new TableFunction(
                "dm_db_log_info",
                List.of(INT),
                columns,
                (List<@Nullable Object> arguments) -> database(scene, arguments).stream()
                        .flatMap(d -> IntStream.range(0, d.log().parts().size())
                                .mapToObj(place -> part(d, place, columns.size())))
                        .toList()));
    }

    private static @Nullable Object[] part(Database database, int place, int width) {
        VirtualLog.Part part = database.log().parts().get(place);
        boolean active = part.active();
        boolean used = part.sequence() > 0;
        @Nullable
        Object[] row = ServerTables.row(
                database.id(),
                database.logFile().id(),
                8192L + place * (long) database.logFile().pages() * 2048,
                size(database),
                part.sequence(),
                active,
                active ? 2 : 0,
                used ? 64 : 0,
                used ? "%08x:00000010:0001".formatted(part.sequence()) : "00000000:00000000:0000",
                "00000000:00000000:0000");
        @Nullable Object[] whole = java.util.Arrays.copyOf(row, width);
        if (width > row.length) {
            whole[row.length] = part.encryptor().orElse(null);
        }
        return whole;
    }

    private static double size(Database database) {
        return database.logFile().pages() / PAGES_A_MEGABYTE / PARTS;
    }

    static Optional<TableFunction> statistics(Scene scene) {
        if (scene.version().year() < 2016) {
            return Optional.empty();
        }
        List<Column> columns = List.of(
                new Column("database_id", INT, true),
                new Column("recovery_model", nvarchar(60), true),
                new Column("log_min_lsn", LSN, true),
                new Column("log_end_lsn", LSN, true),
                new Column("current_vlf_sequence_number", BIGINT, true),
                new Column("current_vlf_size_mb", FLOAT, true),
                new Column("total_vlf_count", BIGINT, true),
                new Column("total_log_size_mb", FLOAT, true),
                new Column("active_vlf_count", BIGINT, true),
                new Column("active_log_size_mb", FLOAT, true),
                new Column("log_truncation_holdup_reason", nvarchar(60), true),
                new Column("log_backup_time", DATETIME, true),
                new Column("log_backup_lsn", LSN, true),
                new Column("log_since_last_log_backup_mb", FLOAT, true),
                new Column("log_checkpoint_lsn", LSN, true),
                new Column("log_since_last_checkpoint_mb", FLOAT, true),
                new Column("log_recovery_lsn", LSN, true),
                new Column("log_recovery_size_mb", FLOAT, true),
                new Column("recovery_vlf_count", BIGINT, true),
                new Column("log_state", nvarchar(60), true));
        return Optional.of(new TableFunction(
                "dm_db_log_stats",
                List.of(INT),
                columns,
                (List<@Nullable Object> arguments) -> database(scene, arguments).stream()
                        .map(LogTables::statistics)
                        .toList()));
    }

    private static @Nullable Object[] statistics(Database database) {
        double size = database.logFile().pages() / PAGES_A_MEGABYTE;
        VirtualLog log = database.log();
        long current = log.parts().get(log.current()).sequence();
        long active = log.parts().stream().filter(VirtualLog.Part::active).count();
        String lsn = "%08x:00000010:0001".formatted(current);
        return ServerTables.row(
                database.id(),
                database.recovery().name(),
                lsn,
                "%08x:00000120:0001".formatted(current),
                current,
                size / PARTS,
                (long) log.parts().size(),
                size,
                active,
                active * size / PARTS,
                "NOTHING",
                null,
                lsn,
                size / 16,
                lsn,
                size / 32,
                lsn,
                size / 32,
                1L,
                "OK");
    }
}
