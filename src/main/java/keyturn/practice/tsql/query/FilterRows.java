package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FROM and WHERE of a query. In a correlated subquery whose FROM stays the same, equalities with the outer row are
 * answered from an index that is made once a statement.
 */
final class FilterRows implements RowSource {

    private static final @Nullable Object[] NOTHING = {};

    private final Source from;
    private final Optional<Cond> where;
    private final JoinKeys keys;

    private FilterRows(Source from, Optional<Cond> where, JoinKeys keys) {
        this.from = from;
        this.where = where;
        this.keys = keys;
    }

    /** No FROM: one row without columns. */
    static RowSource single(Optional<Cond> where) {
        Source one = new Source((outer, consumer) -> consumer.accept(NOTHING), 0, 0, List.of(), true);
        return new FilterRows(one, where, new JoinKeys(List.of()));
    }

    static RowSource of(Source from, Optional<Cond> where) {
        List<JoinKeys.Pair> pairs = new ArrayList<>();
        if (!from.correlated()) {
            for (Cond part : where.map(Cond::parts).orElse(List.of())) {
                part.equality().ifPresent(e -> {
                    if (isOwn(e.left(), from) && e.right().reach().onlyOuter()) {
                        pairs.add(new JoinKeys.Pair(e.right(), e.left(), e.collation()));
                    } else if (isOwn(e.right(), from) && e.left().reach().onlyOuter()) {
                        pairs.add(new JoinKeys.Pair(e.left(), e.right(), e.collation()));
                    }
                });
            }
        }
        return new FilterRows(from, where, new JoinKeys(pairs));
    }

    private static boolean isOwn(Expr expr, Source from) {
        return expr.reach().within(0, from.end()) && !expr.reach().outer();
    }

    @Override
    public boolean run(Env outer, RowConsumer consumer) {
        if (keys.isEmpty()) {
            return from.rows().run(outer, row -> passes(outer, row) ? consumer.accept(row) : true);
        }
        RowIndex index = outer.execution().remembered(this, RowIndex.class, () -> build(outer));
        Optional<List<Object>> key = keys.left(outer.inner(NOTHING));
        if (key.isPresent()) {
            for (int place : index.places(key.get())) {
                outer.execution().tick();
                @Nullable Object[] row = index.row(place);
                if (passes(outer, row) && !consumer.accept(row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean passes(Env outer, @Nullable Object[] row) {
        return where.isEmpty() || where.get().holds(outer.inner(row));
    }

    private RowIndex build(Env outer) {
        RowIndex index = new RowIndex();
        from.rows().run(outer, row -> {
            keys.right(outer.inner(row)).ifPresent(key -> index.add(row, key, outer.execution()));
            return true;
        });
        return index;
    }
}
