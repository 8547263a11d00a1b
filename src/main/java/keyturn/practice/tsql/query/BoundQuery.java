package keyturn.practice.tsql.query;

import java.util.List;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.catalog.Column;

/** A query whose names and types are all known; it has read no row yet. */
public interface BoundQuery {

    /** Name, type and nullability of each result column; empty where the query only assigns variables. */
    List<Column> columns();

    /** The column is the word NULL, which has no type of its own. */
    boolean isNull(int column);

    /** {@code SELECT @x = ...}: running it gives variables their values and yields no row. */
    boolean assigns();

    /**
     * Runs the query, each time anew.
     *
     * @param cancelled looked at often, also where no row comes out for long
     * @throws keyturn.practice.tsql.SqlError what only values can show (8134, 245, 8115, 512 ...), with line 0; rows
     *     may have gone out before
     * @return how many rows there were, those that only assigned included
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says yes
     */
    long run(RowSink sink, BooleanSupplier cancelled);
}
