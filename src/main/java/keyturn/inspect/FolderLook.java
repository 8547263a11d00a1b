package keyturn.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import keyturn.domain.BackupFolder;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Underway.FolderSeen;
import org.jspecify.annotations.Nullable;

/**
 * Whether folders are there and how much is free on their volumes, with the service account's eyes, each question in a batch of
 * its own. Space is known of volumes that hold files of databases, and of drives; of a share nobody can tell it.
 *
 * @param byFunction the server has {@code sys.dm_os_file_exists}
 */
record FolderLook(SqlReader sql, boolean byFunction) {

    private static final String VOLUMES = """
            SELECT DISTINCT v.volume_mount_point AS mount, v.available_bytes / 1048576 AS free_mb
            FROM sys.master_files AS f JOIN sys.databases AS d ON d.database_id = f.database_id
            CROSS APPLY sys.dm_os_volume_stats(f.database_id, f.file_id) AS v WHERE d.state = 0;""";

    private static final String DRIVES = "EXEC master.dbo.xp_fixeddrives;";

    List<FolderSeen> at(List<BackupFolder> folders) throws Problem.Raised {
        List<SqlReader.Result> there = sql.read(batch(folders));
        Map<String, Long> free = new TreeMap<>(drives(sql.read(DRIVES)));
        free.putAll(volumes(sql.read(VOLUMES)));
        List<FolderSeen> seen = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            seen.add(new FolderSeen(folders.get(i), there(there, i), free(folders.get(i), free)));
        }
        return seen;
    }

    /** A drive alone is one only with its backslash. */
    private static String path(BackupFolder folder) {
        return folder.value().endsWith(":") ? folder + "\\" : folder.value();
    }

    private String batch(List<BackupFolder> folders) {
        return folders.stream()
                .map(folder -> TSqlQuotes.literal(path(folder)))
                .map(path -> byFunction
                        ? "SELECT 0 AS file_is, e.file_is_a_directory FROM sys.dm_os_file_exists(" + path + ") AS e;\n"
                        : "EXEC master.dbo.xp_fileexist " + path + ";\n")
                .collect(Collectors.joining());
    }

    /** The second column of either says whether it is a folder; after a failure nobody knows which answer is whose. */
    private static Fact<Boolean> there(List<SqlReader.Result> results, int place) {
        for (SqlReader.Result result : results) {
            if (result instanceof SqlReader.Failed failed) {
                return new Fact.Unknown<>(Message.of("inspect.failed", "folder", failed.number(), failed.text()));
            }
            if (result instanceof SqlReader.Cut cut) {
                return new Fact.Unknown<>(cut.why());
            }
        }
        return place < results.size()
                        && results.get(place) instanceof SqlReader.Rows rows
                        && !rows.rows().isEmpty()
                ? new Fact.Known<>(
                        isYes(List.copyOf(rows.rows().getFirst().entrySet())
                                .get(1)
                                .getValue()),
                        "xp_fileexist")
                : new Fact.Unknown<>(Message.of("inspect.noAnswer"));
    }

    private static boolean isYes(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || (value instanceof Number number && number.intValue() == 1);
    }

    private static Fact<Long> free(BackupFolder folder, Map<String, Long> free) {
        String path = (folder + "\\").toLowerCase(Locale.ROOT);
        Optional<String> volume =
                free.keySet().stream().filter(path::startsWith).max(Comparator.comparingInt(String::length));
        return volume.<Fact<Long>>map(mount -> new Fact.Known<>(free.getOrDefault(mount, 0L), "sys.dm_os_volume_stats"))
                .orElseGet(() -> new Fact.Unknown<>(Message.of("inspect.noVolume", folder)));
    }

    /** Where they may not be read, or fail, there are none. */
    private static Map<String, Long> volumes(List<SqlReader.Result> results) {
        return rows(results).stream()
                .collect(Collectors.toMap(
                        row -> row.text("mount").toLowerCase(Locale.ROOT), row -> row.big("free_mb"), Math::min));
    }

    /** A letter and its free MB, whatever the columns are called. */
    private static Map<String, Long> drives(List<SqlReader.Result> results) {
        Map<String, Long> drives = new TreeMap<>();
        for (Row row : rows(results)) {
            List<@Nullable Object> cells = new ArrayList<>(row.cells().values());
            if (cells.size() > 1 && cells.get(1) instanceof Number free) {
                drives.put(String.valueOf(cells.get(0)).strip().toLowerCase(Locale.ROOT) + ":\\", free.longValue());
            }
        }
        return drives;
    }

    private static List<Row> rows(List<SqlReader.Result> results) {
        return results.stream()
                .filter(SqlReader.Rows.class::isInstance)
                .map(SqlReader.Rows.class::cast)
                .flatMap(rows -> rows.rows().stream())
                .map(Row::new)
                .toList();
    }
}
