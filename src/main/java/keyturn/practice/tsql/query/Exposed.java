package keyturn.practice.tsql.query;

import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Prevailing;

/**
 * An entry of FROM as the rest of the query sees it.
 *
 * @param name the alias alone, or the table's name as written
 * @param first number of its first column in the query's row
 * @param used grows while the query is bound
 */
record Exposed(List<String> name, boolean aliased, int first, List<Column> columns, Used used) {

    /** Of a source whose values are at hand whether or not they are looked at. */
    Exposed(List<String> name, boolean aliased, int first, List<Column> columns) {
        this(name, aliased, first, columns, new Used());
    }

    /** A column's value. */
    Expr value(int column) {
        used.note(column);
        return Expr.column(columns.get(column), first + column);
    }

    /** Whether {@code sys.databases} or {@code master.sys.databases} before a column's name means this entry. */
    boolean answersTo(List<String> qualifier) {
        if (aliased && qualifier.size() > 1) {
            return false;
        }
        int parts = Math.min(qualifier.size(), name.size());
        for (int i = 1; i <= parts; i++) {
            String asked = qualifier.get(qualifier.size() - i);
            String own = name.get(name.size() - i);
            if (!Prevailing.here().same(asked, own) && !asked.isEmpty() && !own.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** As errors name it. */
    String written() {
        return String.join(".", name);
    }

    /** The name that no other entry of the same FROM may have. */
    String exposedName() {
        return Prevailing.here().key(written());
    }

    Exposed outerJoined() {
        List<Column> optional = columns.stream().map(Column::optional).toList();
        return new Exposed(name, aliased, first, optional, used);
    }
}
