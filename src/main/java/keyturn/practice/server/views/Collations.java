package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.Collation;
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
                    "Latin1_General_100_CI_AS",
                    "Latin1-General-100, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive"),
            ServerTables.row(
                    "Latin1_General_100_CS_AS",
                    "Latin1-General-100, case-sensitive, accent-sensitive, kanatype-insensitive, width-insensitive"),
            ServerTables.row(
                    "SQL_Latin1_General_CP1_CI_AS",
                    "Latin1-General, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive for"
                            + " Unicode Data, SQL Server Sort Order 52 on Code Page 1252 for non-Unicode Data"),
            ServerTables.row(
                    "SQL_Latin1_General_CP1_CS_AS",
                    "Latin1-General, case-sensitive, accent-sensitive, kanatype-insensitive, width-insensitive for"
                            + " Unicode Data, SQL Server Sort Order 51 on Code Page 1252 for non-Unicode Data"));

    private static final int IGNORE_CASE = 1;
    private static final int IGNORE_ACCENT = 2;
    private static final int IGNORE_KANA = 0x10000;
    private static final int IGNORE_WIDTH = 0x20000;

    /** Sort orders of character set 1, which the collations of the old kind have. */
    private static final Map<String, Integer> ORDERS =
            Map.of("SQL_Latin1_General_CP1_CS_AS", 51, "SQL_Latin1_General_CP1_CI_AS", 52);

    private Collations() {}

    /** One of those that this server tells of. */
    static Optional<Collation> listed(String name) {
        return KNOWN.stream()
                .map(row -> String.valueOf(row[0]))
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(Collation::known);
    }

    /** As the comparison functions of Windows take it: what does not count. */
    static int style(Collation collation) {
        if (collation.binary()) {
            return 0;
        }
        return (collation.caseSensitive() ? 0 : IGNORE_CASE)
                + (collation.accentSensitive() ? 0 : IGNORE_ACCENT)
                + (collation.name().contains("_KS") ? 0 : IGNORE_KANA)
                + (collation.name().contains("_WS") ? 0 : IGNORE_WIDTH);
    }

    /** 0 for a collation of Windows. */
    static int sortOrder(Collation collation) {
        return ORDERS.getOrDefault(collation.name(), 0);
    }

    static String sortOrderName(Collation collation) {
        return switch (sortOrder(collation)) {
            case 51 -> "dictionary_iso";
            case 52 -> "nocase_iso";
            default -> "bin_ascii_8";
        };
    }

    /** The number of the two kinds whose make-up is known: sort order, what does not count, locale. */
    static Optional<Integer> id(Collation collation) {
        boolean plain = collation.name().matches("(SQL_Latin1_General_CP1|Latin1_General)_C[IS]_A[IS]");
        int flags = (collation.caseSensitive() ? 0xC0 : 0xD0) + (collation.accentSensitive() ? 0 : 0x20);
        return plain ? Optional.of((sortOrder(collation) << 24) + (flags << 8) + 8) : Optional.empty();
    }

    static TableFunction table() {
        return new TableFunction(
                "fn_helpcollations",
                List.of(),
                List.of(new Column("name", SYSNAME, false), new Column("description", nvarchar(1000), false)),
                arguments -> KNOWN);
    }
}
