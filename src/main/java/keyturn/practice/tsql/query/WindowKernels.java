package keyturn.practice.tsql.query;

import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** How each window function computes a partition. */
final class WindowKernels {

    private WindowKernels() {}

    static @Nullable Object[] rowNumber(Partition p) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1L;
        }
        return values;
    }

    static @Nullable Object[] rank(Partition p, boolean dense) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        long rank = 0;
        for (int i = 0; i < values.length; i++) {
            if (!p.isPeerOfPrevious(i)) {
                rank = dense ? rank + 1 : i + 1L;
            }
            values[i] = rank;
        }
        return values;
    }

    /** The first groups take one row more where the rows do not divide evenly. */
    static @Nullable Object[] ntile(Partition p, Expr count) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        for (int i = 0; i < values.length; i++) {
            Object asked = count.eval(p.row(i));
            long groups = asked == null ? 0 : ((Number) asked).longValue();
            if (groups < 1) {
                throw new SqlError(
                        9817,
                        16,
                        1,
                        0,
                        "The function 'ntile' takes only a positive int or bigint expression as its input.");
            }
            long small = p.size() / groups;
            long large = p.size() % groups;
            long inLarge = large * (small + 1);
            values[i] = i < inLarge ? i / (small + 1) + 1 : large + (i - inLarge) / Math.max(1, small) + 1;
        }
        return values;
    }

    /** @param direction 1 for LEAD, -1 for LAG */
    static @Nullable Object[] neighbour(Partition p, int direction, Expr value, Expr offset, Expr otherwise) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        for (int i = 0; i < values.length; i++) {
            Object asked = offset.eval(p.row(i));
            long distance = asked == null ? 0 : ((Number) asked).longValue();
            if (distance < 0) {
                throw new SqlError(
                        8730, 16, 1, 0, "Offset parameter for Lag and Lead functions cannot be a negative value.");
            }
            long other = i + direction * distance;
            boolean inside = other >= 0 && other < values.length;
            values[i] = inside ? value.eval(p.row((int) other)) : otherwise.eval(p.row(i));
        }
        return values;
    }

    static @Nullable Object[] edge(Partition p, boolean first, Expr value, Expression.Frame frame) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        for (int i = 0; i < values.length; i++) {
            int from = p.from(i, frame);
            int to = p.to(i, frame);
            values[i] = from > to ? null : value.eval(p.row(first ? from : to));
        }
        return values;
    }

    static @Nullable Object[] aggregate(Partition p, Aggregate aggregate, Expression.Frame frame) {
        @Nullable Object[] values = new @Nullable Object[p.size()];
        boolean growing = frame.from().kind() == Expression.BoundKind.UNBOUNDED_PRECEDING;
        Aggregate.Gathering gathering = aggregate.start();
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            int from = p.from(i, frame);
            int to = p.to(i, frame);
            if (!growing) {
                gathering = aggregate.start();
                next = from;
            }
            for (; next <= to; next++) {
                p.row(next).execution().tick();
                gathering.row(p.row(next));
            }
            values[i] = gathering.result();
        }
        return values;
    }
}
