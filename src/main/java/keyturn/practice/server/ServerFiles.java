package keyturn.practice.server;

import java.util.List;
import keyturn.practice.server.views.Disk;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Procedures that look at the server's disk. */
final class ServerFiles {

    private ServerFiles() {}

    static int exists(Turn turn, Given given) {
        List<Column> columns = List.of(
                new Column("File Exists", SqlType.TINYINT, true),
                new Column("File is a Directory", SqlType.TINYINT, true),
                new Column("Parent Directory Exists", SqlType.TINYINT, true));
        String path = given.text(0, "@filename").orElse("");
        turn.result(
                columns, List.<@Nullable Object[]>of(Disk.of(turn.instance()).look(path)));
        return 0;
    }

    /** {@code xp_dirtree N'folder', depth, 1}: what lies below a folder; files only where the third argument asks. */
    static int tree(Turn turn, Given given) {
        boolean files = given.number(2, "@file").orElse(0) != 0;
        int depth = given.number(1, "@depth").orElse(0);
        List<Column> columns = List.of(
                new Column("subdirectory", SqlType.nvarchar(512), true),
                new Column("depth", SqlType.INT, true),
                new Column("file", SqlType.INT, true));
        String folder = given.text(0, "@directory").orElse("");
        List<@Nullable Object[]> rows = Disk.of(turn.instance()).below(folder).stream()
                .filter(f -> (files || f.file() == null) && (depth == 0 || f.level() <= depth))
                .map(f -> new @Nullable Object[] {f.name(), f.level(), f.file() == null ? 0 : 1})
                .toList();
        turn.result(files ? columns : columns.subList(0, 2), files ? rows : two(rows));
        return 0;
    }

    private static List<@Nullable Object[]> two(List<@Nullable Object[]> rows) {
        return rows.stream().map(r -> new @Nullable Object[] {r[0], r[1]}).toList();
    }
}
