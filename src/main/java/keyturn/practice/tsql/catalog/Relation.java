package keyturn.practice.tsql.catalog;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view or table as one statement sees it.
 *
 * @param rows called when the statement runs, never while it is bound; each row has a value for each column, of the
 *     Java class that the column's type names
 */
public record Relation(String name, List<Column> columns, Supplier<Iterable<@Nullable Object[]>> rows) {
    public Relation {
        columns = List.copyOf(columns);
    }
}
