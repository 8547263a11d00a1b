package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** The end of a query: DISTINCT, ORDER BY, TOP or OFFSET, and the select list. */
final class OutputRows implements RowSource {

    private final RowSource input;
    private final List<Expr> items;
    private final boolean distinct;
    private final List<SortKey> order;
    private final Limit limit;

    /** @param order over the input's row, or with DISTINCT over the row of the items */
    OutputRows(RowSource input, List<Expr> items, boolean distinct, List<SortKey> order, Limit limit) {
        this.input = input;
        this.items = List.copyOf(items);
        this.distinct = distinct;
        this.order = List.copyOf(order);
        this.limit = limit;
    }

    @Override
    public boolean run(Env outer, RowConsumer consumer) {
        RowConsumer last = distinct ? consumer : row -> consumer.accept(project(outer.inner(row)));
        boolean streams = order.isEmpty() && !limit.needsAll();
        return streams ? stream(outer, last) : sort(outer, last);
    }

    /** Rows as they come; those that DISTINCT lets pass are projected already. */
    private boolean rows(Env outer, RowConsumer consumer) {
        if (!distinct) {
            return input.run(outer, consumer);
        }
        Set<List<@Nullable Object>> seen = new HashSet<>();
        return input.run(outer, row -> {
            @Nullable Object[] projected = project(outer.inner(row));
            if (!seen.add(key(projected))) {
                return true;
            }
            outer.execution().hold(projected.length);
            return consumer.accept(projected);
        });
    }

    private List<@Nullable Object> key(@Nullable Object[] row) {
        List<@Nullable Object> key = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            key.add(Values.key(row[i], items.get(i).collation()));
        }
        return key;
    }

    private @Nullable Object[] project(Env env) {
        @Nullable Object[] row = new @Nullable Object[items.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = items.get(i).eval(env);
        }
        return row;
    }

    private boolean stream(Env outer, RowConsumer consumer) {
        long skip = limit.skip(outer);
        long take = limit.take(outer, 0);
        if (take == 0) {
            return true;
        }
        long[] seen = {0};
        boolean[] enough = {false};
        boolean more = rows(outer, row -> {
            seen[0]++;
            if (seen[0] <= skip) {
                return true;
            }
            boolean wanted = consumer.accept(row);
            enough[0] = wanted && seen[0] - skip >= take;
            return wanted && !enough[0];
        });
        return more || enough[0];
    }

    private boolean sort(Env outer, RowConsumer consumer) {
        List<Sorted<@Nullable Object[]>> all = new ArrayList<>();
        rows(outer, row -> {
            outer.execution().hold(row.length);
            all.add(new Sorted<>(SortKey.values(order, outer.inner(row)), row));
            return true;
        });
        Sorted.sort(all, order);
        long from = Math.min(all.size(), limit.skip(outer));
        long take = limit.take(outer, all.size());
        long to = take > all.size() - from ? all.size() : from + take;
        while (limit.ties() && to > 0 && to < all.size() && all.get((int) to).tiesWith(all.get((int) to - 1), order)) {
            to++;
        }
        for (long i = from; i < to; i++) {
            if (!consumer.accept(all.get((int) i).content())) {
                return false;
            }
        }
        return true;
    }
}
