package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a result one after another; may block while a client reads slowly. */
@FunctionalInterface
public interface RowSink {

    /** One value a column, each of the Java class that the column's type names; the array is the taker's to keep. */
    void row(@Nullable Object[] values);
}
