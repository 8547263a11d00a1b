package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** Takes rows from a {@link RowSource}. */
@FunctionalInterface
interface RowConsumer {

    /** False: no more, please. */
    boolean accept(@Nullable Object[] row);
}
