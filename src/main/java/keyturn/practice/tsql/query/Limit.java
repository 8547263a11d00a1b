package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import org.jspecify.annotations.Nullable;

/** TOP, or OFFSET and FETCH. The counts see the outer row, not the rows they count. */
record Limit(Optional<Expr> top, boolean percent, boolean ties, Optional<Expr> offset, Optional<Expr> fetch) {

    static final Limit NONE = new Limit(Optional.empty(), false, false, Optional.empty(), Optional.empty());

    private static final @Nullable Object[] NOTHING = {};

    /** All rows must be known before the first goes out. */
    boolean needsAll() {
        return percent;
    }

    /** Rows to pass over. */
    long skip(Env outer) {
        long skip = offset.map(e -> number(e, outer)).orElse(0L);
        if (skip < 0) {
            throw new SqlError(10742, 15, 1, 0, "The offset specified in a OFFSET clause may not be negative.");
        }
        return skip;
    }

    /**
     * Rows to give after those.
     *
     * @param total rows there are, for PERCENT; 0 while unknown
     */
    long take(Env outer, long total) {
        if (fetch.isPresent()) {
            long count = number(fetch.get(), outer);
            if (count < 1) {
                throw new SqlError(
                        10744, 15, 1, 0, "The number of rows provided for a FETCH clause must be greater then zero.");
            }
            return count;
        }
        if (top.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (percent) {
            Object value = top.get().eval(outer.inner(NOTHING));
            double share = value == null ? -1 : ((Number) value).doubleValue();
            if (share < 0 || share > 100) {
                throw new SqlError(1031, 15, 1, 0, "Percent values must be between 0 and 100.");
            }
            return (long) Math.ceil(total * share / 100 - 1e-9);
        }
        long count = number(top.get(), outer);
        if (count < 0) {
            throw new SqlError(127, 15, 1, 0, "A TOP N or FETCH rowcount value may not be negative.");
        }
        return count;
    }

    private static long number(Expr expr, Env outer) {
        Object value = expr.eval(outer.inner(NOTHING));
        return value == null ? -1 : ((Number) value).longValue();
    }
}
