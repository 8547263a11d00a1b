package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A bound window function.
 *
 * @param result type, nullability and canonical form of its value
 * @param frame as written, or what SQL Server takes where none is
 */
record Window(Expr result, List<Expr> partition, List<SortKey> order, Optional<Expression.Frame> frame, Kernel kernel) {

    /** Computes the values of one partition, whose rows come in order. */
    @FunctionalInterface
    interface Kernel {
        @Nullable
        Object[] values(Partition partition);
    }
}
