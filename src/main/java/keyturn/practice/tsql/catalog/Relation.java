package keyturn.practice.tsql.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
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

    /** The same in a database of that collation, which its columns have where they bring none. */
    public Relation of(Collation collation) {
        boolean same = collation.equals(Prevailing.here());
        return same
                ? this
                : new Relation(
                        name,
                        columns.stream()
                                .map(c -> c.collated(c.collation().or(() -> Optional.of(collation))))
                                .toList(),
                        rows);
    }
}
