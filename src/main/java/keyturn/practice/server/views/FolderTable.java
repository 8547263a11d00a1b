package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.datetime2;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code sys.dm_os_enumerate_filesystem(folder, pattern)}: what lies in a folder and below it. Not documented for the
 * real server; the one way by which T-SQL learns a file's size and date.
 */
final class FolderTable {

    private FolderTable() {}

    static TableFunction of(Scene scene) {
        return new TableFunction(
                "dm_os_enumerate_filesystem",
                List.of(nvarchar(255), nvarchar(255)),
                List.of(
                        new Column("full_filesystem_path", nvarchar(256), false),
                        new Column("parent_directory", nvarchar(256), false),
                        new Column("file_or_directory_name", nvarchar(256), false),
                        new Column("level", INT, false),
                        new Column("is_directory", BIT, false),
                        new Column("is_read_only", BIT, false),
                        new Column("is_system", BIT, false),
                        new Column("is_hidden", BIT, false),
                        new Column("creation_time", datetime2(7), true),
                        new Column("last_access_time", datetime2(7), true),
                        new Column("last_write_time", datetime2(7), true),
                        new Column("size_in_bytes", BIGINT, false)),
                arguments -> rows(scene, arguments.getFirst(), arguments.getLast()));
    }

    private static List<@Nullable Object[]> rows(Scene scene, @Nullable Object folder, @Nullable Object pattern) {
        scene.rights().demandState(Guard.SECURITY);
        if (!(folder instanceof String where) || !(pattern instanceof String mask)) {
            return List.of();
        }
        Pattern wanted = pattern(mask);
        return Disk.of(scene.instance()).below(where).stream()
                .filter(f -> wanted.matcher(f.name()).matches())
                .map(FolderTable::row)
                .toList();
    }

    /** Windows' own: {@code *} any characters, {@code ?} one. */
    private static Pattern pattern(String mask) {
        String expression = mask.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    private static @Nullable Object[] row(Disk.Found found) {
        Disk.Stored file = found.file();
        LocalDateTime created = file == null ? null : file.created();
        LocalDateTime written = file == null ? null : file.written();
        return ServerTables.row(
                found.path(),
                found.parent(),
                found.name(),
                found.level() - 1,
                file == null,
                false,
                false,
                false,
                created,
                written,
                written,
                file == null ? 0L : file.size());
    }
}
