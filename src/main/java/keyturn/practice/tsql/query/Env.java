package keyturn.practice.tsql.query;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row an expression looks at, with the rows of the queries around it. */
final class Env {

    private static final @Nullable Object[] NOTHING = {};

    private final @Nullable Object[] values;
    private final int base;
    private final @Nullable Env outer;
    private final Execution execution;

    private Env(@Nullable Object[] values, int base, @Nullable Env outer, Execution execution) {
        this.values = values;
        this.base = base;
        this.outer = outer;
        this.execution = execution;
    }

    /** Outside every query. */
    static Env root(Execution execution) {
        return new Env(NOTHING, 0, null, execution);
    }

    Env inner(@Nullable Object[] row) {
        return inner(row, 0);
    }

    /** @param firstColumn number that the row's first value has in its query */
    Env inner(@Nullable Object[] row, int firstColumn) {
        return new Env(row, firstColumn, this, execution);
    }

    @Nullable
    Object value(int column) {
        return values[column - base];
    }

    Env outer() {
        return Objects.requireNonNull(outer);
    }

    Execution execution() {
        return execution;
    }
}
