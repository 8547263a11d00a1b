package keyturn.practice.tsql.catalog;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/**
 * A view or table as one statement sees it.
 *
 * @param rows asked for when the statement runs, never while it is bound
 */
public record Relation(String name, List<Column> columns, Rows rows) {
    public Relation {
        columns = List.copyOf(columns);
    }

    /** What the columns hold. */
    @FunctionalInterface
    public interface Rows {

        /**
         * @param used numbers of the columns that the statement looks at; what a row has in the others is never read
         * @return each row has a place for each column, with values of the Java class that the column's type names
         */
        Iterable<@Nullable Object[]> of(BitSet used);
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
