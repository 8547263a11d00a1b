package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.Disk;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Procedures that look at the server's disk and its ERRORLOG. */
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

    /** The current log; older ones are empty. A text given third must stand in a line. */
    static int errorLog(Turn turn, Given given) {
        if (!turn.scene().rights().has(Rights.CONTROL_SERVER)
                && !turn.scene().rights().has("VIEW ANY ERROR LOG")) {
            throw Messages.error(15247, 1);
        }
        List<Column> columns = List.of(
                new Column("LogDate", SqlType.DATETIME, true),
                new Column("ProcessInfo", SqlType.nvarchar(50), true),
                new Column("Text", SqlType.nvarchar(4000), true));
        boolean current = given.number(0, "@p1").orElse(0) == 0;
        Optional<String> wanted = given.text(2, "@p3").map(t -> t.toLowerCase(Locale.ROOT));
        List<@Nullable Object[]> rows = turn.instance().history().errorLog().stream()
                .filter(l -> current
                        && wanted.map(l.text().toLowerCase(Locale.ROOT)::contains)
                                .orElse(true))
                .map(l -> new @Nullable Object[] {l.at(), l.source(), l.text()})
                .toList();
        turn.result(columns, rows);
        return 0;
    }
}
