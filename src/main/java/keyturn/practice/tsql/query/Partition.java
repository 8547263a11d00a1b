package keyturn.practice.tsql.query;

import java.util.Comparator;
import java.util.List;
import keyturn.practice.tsql.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** The rows of one partition in the window's order. */
final class Partition {

    private final List<Env> rows;
    private final List<@Nullable Object[]> sortValues;
    private final Comparator<@Nullable Object[]> order;

    Partition(List<Env> rows, List<@Nullable Object[]> sortValues, Comparator<@Nullable Object[]> order) {
        this.rows = rows;
        this.sortValues = sortValues;
        this.order = order;
    }

    int size() {
        return rows.size();
    }

    Env row(int i) {
        return rows.get(i);
    }

    /** Row {@code i} ties with the row before it. */
    boolean isPeerOfPrevious(int i) {
        return i > 0 && order.compare(sortValues.get(i - 1), sortValues.get(i)) == 0;
    }

    private int lastPeer(int i) {
        int last = i;
        while (last + 1 < size() && isPeerOfPrevious(last + 1)) {
            last++;
        }
        return last;
    }

    private int firstPeer(int i) {
        int first = i;
        while (isPeerOfPrevious(first)) {
            first--;
        }
        return first;
    }

    /** First row of the frame of row {@code i}. */
    int from(int i, Expression.Frame frame) {
        Expression.Bound bound = frame.from();
        return Math.max(
                0,
                switch (bound.kind()) {
                    case UNBOUNDED_PRECEDING -> 0;
                    case PRECEDING -> i - bound.offset();
                    case CURRENT_ROW -> frame.rows() ? i : firstPeer(i);
                    case FOLLOWING -> i + bound.offset();
                    case UNBOUNDED_FOLLOWING -> size();
                });
    }

    /** Last row of the frame of row {@code i}; before {@link #from} where the frame is empty. */
    int to(int i, Expression.Frame frame) {
        Expression.Bound bound = frame.to();
        return Math.min(
                size() - 1,
                switch (bound.kind()) {
                    case UNBOUNDED_PRECEDING -> -1;
                    case PRECEDING -> i - bound.offset();
                    case CURRENT_ROW -> frame.rows() ? i : lastPeer(i);
                    case FOLLOWING -> i + bound.offset();
                    case UNBOUNDED_FOLLOWING -> size() - 1;
                });
    }
}
