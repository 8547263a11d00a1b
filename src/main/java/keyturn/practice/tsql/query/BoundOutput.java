package keyturn.practice.tsql.query;

import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import org.jspecify.annotations.Nullable;

/** A bound list of OUTPUT. */
public interface BoundOutput {

    List<Column> columns();

    /**
     * Its values for one row.
     *
     * @param from the row of FROM; empty for INSERT
     * @param deleted the row before; NULLs where there was none
     * @param inserted the row after; NULLs where there is none
     */
    @Nullable
    Object[] row(@Nullable Object[] from, @Nullable Object[] deleted, @Nullable Object[] inserted);
}
