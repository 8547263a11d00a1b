package keyturn.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.KeyTraces.BackupTrace;
import keyturn.domain.inspection.KeyTraces.LogTrace;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.LogRooms;

/**
 * Looks for what is still under one key, and how much room logs have: at most two round trips, each one statement, however many databases; only rows that
 * say something come back. In batches of their own, so that the failure of one hides nothing of the other.
 */
public final class KeyTracesLook {

    /** {@code vlf_encryptor_thumbprint} came with 2019. */
    private static final int WITH_LOG_THUMBPRINT = 15;

    private static final String LOG = "sys.dm_db_log_info";
    private static final String HISTORY = "msdb.dbo.backupset, sys.dm_database_encryption_keys";

    private static final String ROOM = "sys.dm_db_log_stats";
    private static final int FLAG = 15025;
    private static final String FLAGS = "DBCC TRACESTATUS";
    private static final int PAGES_A_MEGABYTE = 128;

    private final SqlReader sql;
    private final int major;

    /** @param major of the server's version */
    public KeyTracesLook(SqlReader sql, int major) {
        this.sql = sql;
        this.major = major;
    }

    /** @throws Problem.Raised if the connection is gone */
    public KeyTraces of(Thumbprint key) throws Problem.Raised {
        Fact<List<LogTrace>> log = major < WITH_LOG_THUMBPRINT
                ? new Fact.Unknown<>(Message.of("inspect.since", LOG, "2019"))
                : list(LOG, sql.read(log(key)), KeyTracesLook::log);
        return new KeyTraces(log, list(HISTORY, sql.read(history(key)), KeyTracesLook::backup));
    }

    /**
     * Of the encrypted databases that are open.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public LogRooms logRooms() throws Problem.Raised {
        return new LogRooms(list(ROOM, sql.read(room()), KeyTracesLook::room), traceFlag());
    }

    /**
     * Whether trace flag 15025 is on for all sessions: new parts of a log then need no vault.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public Fact<Boolean> traceFlag() throws Problem.Raised {
        Fact<List<Integer>> on =
                list(FLAGS, sql.read(FLAGS + " (" + FLAG + ", -1) WITH NO_INFOMSGS;"), row -> row.number("Global"));
        return switch (on) {
            case Fact.Known<List<Integer>> known ->
                new Fact.Known<>(known.content().contains(1), FLAGS);
            case Fact.Unknown<List<Integer>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<List<Integer>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    /** The function starts a database that is not open; it came with a service pack of 2016. */
    static String room() {
        return """
                SELECT d.name, s.total_log_size_mb, s.active_log_size_mb, s.current_vlf_size_mb,
                  ISNULL(s.log_since_last_log_backup_mb, 0) AS written_mb, f.growth, f.is_percent,
                  SYSDATETIMEOFFSET() AS server_now
                FROM sys.databases AS d
                JOIN sys.dm_database_encryption_keys AS k ON k.database_id = d.database_id
                CROSS APPLY sys.dm_db_log_stats(d.database_id) AS s
                JOIN (SELECT m.database_id, MAX(m.growth) AS growth, MAX(CONVERT(int, m.is_percent_growth)) AS is_percent
                  FROM sys.master_files AS m WHERE m.type = 1 GROUP BY m.database_id) AS f ON f.database_id = d.database_id
                WHERE d.database_id > 4 AND d.state = 0 ORDER BY d.name;""";
    }

    private static LogRoom room(Row row) {
        boolean percent = row.number("is_percent") != 0;
        double total = megabytes(row, "total_log_size_mb");
        return new LogRoom(
                new DatabaseName(row.text("name")),
                total,
                Math.max(0, total - megabytes(row, "active_log_size_mb")),
                megabytes(row, "current_vlf_size_mb"),
                megabytes(row, "written_mb"),
                percent ? row.number("growth") : row.number("growth") / PAGES_A_MEGABYTE,
                percent,
                row.offset("server_now").toInstant());
    }

    private static double megabytes(Row row, String column) {
        return Double.parseDouble(row.text(column));
    }

    /** The function starts a database that is not open: asked only of those that are. */
    static String log(Thumbprint key) {
        return """
                SELECT d.name, COUNT(*) AS parts, SUM(CASE WHEN i.vlf_active = 1 THEN 1 ELSE 0 END) AS active
                FROM sys.databases AS d CROSS APPLY sys.dm_db_log_info(d.database_id) AS i
                WHERE d.database_id > 4 AND d.state = 0 AND i.vlf_encryptor_thumbprint = %s
                GROUP BY d.name ORDER BY d.name;""".formatted(key);
    }

    /** The history has the server's local time, the encryption keys UTC. */
    static String history(Thumbprint key) {
        return """
                SELECT c.name, MAX(CASE WHEN b.backup_start_date <= c.changed THEN b.backup_finish_date END) AS before_change,
                  MIN(CASE WHEN b.type = 'L' AND b.is_copy_only = 0 AND b.backup_start_date > c.changed
                    THEN b.backup_finish_date END) AS log_after, SYSDATETIMEOFFSET() AS server_now
                FROM (SELECT d.name, DATEADD(minute, DATEDIFF(minute, GETUTCDATE(), GETDATE()), k.modify_date) AS changed
                  FROM sys.dm_database_encryption_keys AS k JOIN sys.databases AS d ON d.database_id = k.database_id
                  WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY' AND k.encryptor_thumbprint <> %s) AS c
                JOIN msdb.dbo.backupset AS b ON b.database_name = c.name
                WHERE NOT EXISTS (SELECT 1 FROM msdb.dbo.backupmediafamily AS f
                  WHERE f.media_set_id = b.media_set_id AND f.physical_device_name = N'NUL')
                GROUP BY c.name ORDER BY c.name;""".formatted(key);
    }

    private static LogTrace log(Row row) {
        return new LogTrace(new DatabaseName(row.text("name")), row.number("parts"), row.number("active"));
    }

    private static BackupTrace backup(Row row) {
        return new BackupTrace(
                new DatabaseName(row.text("name")), instant(row, "before_change"), instant(row, "log_after"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(row.instant(column));
    }

    private static <T> Fact<List<T>> list(String source, List<SqlReader.Result> results, Function<Row, T> make) {
        List<T> made = new ArrayList<>();
        for (SqlReader.Result result : results) {
            switch (result) {
                case SqlReader.Failed failed -> {
                    return new Fact.Unknown<>(Message.of("inspect.failed", source, failed.number(), failed.text()));
                }
                case SqlReader.Cut cut -> {
                    return new Fact.Unknown<>(cut.why());
                }
                case SqlReader.Rows rows -> {
                    try {
                        rows.rows().stream().map(Row::new).map(make).forEach(made::add);
                    } catch (Row.Unexpected unexpected) {
                        return new Fact.Unknown<>(unexpected.why());
                    } catch (InvalidValue invalid) {
                        return new Fact.Unknown<>(invalid.problem().summary());
                    }
                }
            }
        }
        return new Fact.Known<>(List.copyOf(made), source);
    }
}
