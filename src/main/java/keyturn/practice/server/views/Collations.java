package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import org.jspecify.annotations.Nullable;

/** {@code fn_helpcollations}: the collation of this server and a few that a DBA meets; a real one knows thousands. */
final class Collations {

    private static final List<@Nullable Object[]> KNOWN = List.of(
            ServerTables.row("Latin1_General_BIN", "Latin1-General, binary sort"),
            ServerTables.row("Latin1_General_BIN2", "Latin1-General, binary code point comparison sort"),
            ServerTables.row(
                    "Latin1_General_CI_AS",
                    "Latin1-General, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive"),
            ServerTables.row(
                    "Latin1_General_CS_AS",
                    "Latin1-General, case-sensitive, accent-sensitive, kanatype-insensitive, width-insensitive"),
            ServerTables.row(
                    "SQL_Latin1_General_CP1_CI_AS",
                    "Latin1-General, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive for"
                            + " Unicode Data, SQL Server Sort Order 52 on Code Page 1252 for non-Unicode Data"),
            ServerTables.row(
                    "SQL_Latin1_General_CP1_CS_AS",
                    "Latin1-General, case-sensitive, accent-sensitive, kanatype-insensitive, width-insensitive for"
                            + " Unicode Data, SQL Server Sort Order 51 on Code Page 1252 for non-Unicode Data"));

    private Collations() {}

    static TableFunction table() {
        return new TableFunction(
                "fn_helpcollations",
                List.of(),
                List.of(new Column("name", SYSNAME, false), new Column("description", nvarchar(1000), false)),
                arguments -> KNOWN);
    }
}
