package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The entry of FROM whose rows a statement changes. Its rows have their place in the table as a last column, under a name
 * that nobody can write.
 *
 * @param node the very entry, not one like it
 */
record Marked(Query.Source node, Relation table) {

    /** The name of the column that numbers the rows. */
    static final String PLACE = "\u0000place";

    static boolean hides(Column column) {
        return column.name().equals(PLACE);
    }

    Relation relation() {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new Column(PLACE, SqlType.INT, true));
        return new Relation(table.name(), columns, used -> numbered(columns.size()));
    }

    private Iterable<@Nullable Object[]> numbered(int width) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows().of(Used.all(table.columns().size()))) {
            @Nullable Object[] wider = java.util.Arrays.copyOf(row, width);
            wider[width - 1] = rows.size();
            rows.add(wider);
        }
        return rows;
    }
}
