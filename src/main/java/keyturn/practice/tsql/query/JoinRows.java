package keyturn.practice.tsql.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.practice.tsql.syntax.Query.JoinKind;
import org.jspecify.annotations.Nullable;

/** Joins by hash where there are equalities, else by loops; the whole condition is asked of each pair either way. */
final class JoinRows implements RowSource {

    private final JoinKind kind;
    private final Source left;
    private final Source right;
    private final Optional<Cond> on;
    private final JoinKeys keys;

    JoinRows(JoinKind kind, Source left, Source right, Optional<Cond> on, JoinKeys keys) {
        this.kind = kind;
        this.left = left;
        this.right = right;
        this.on = on;
        this.keys = keys;
    }

    @Override
    public boolean run(Env outer, RowConsumer consumer) {
        RowIndex index = right.correlated() || keysLookOutside()
                ? build(outer)
                : outer.execution().remembered(this, RowIndex.class, () -> build(outer));
        BitSet matched = new BitSet();
        boolean more = left.rows().run(outer, row -> join(outer, row, index, matched, consumer));
        boolean keepRight = kind == JoinKind.RIGHT || kind == JoinKind.FULL;
        return more && (!keepRight || unmatched(index, matched, consumer));
    }

    private boolean keysLookOutside() {
        return keys.pairs().stream().anyMatch(p -> p.right().reach().outer());
    }

    private RowIndex build(Env outer) {
        RowIndex index = new RowIndex();
        Execution execution = outer.execution();
        right.rows().run(outer, row -> {
            Optional<List<Object>> key =
                    keys.isEmpty() ? Optional.empty() : keys.right(outer.inner(row, right.first()));
            if (key.isPresent()) {
                index.add(row, key.get(), execution);
            } else {
                index.add(row, execution);
            }
            return true;
        });
        return index;
    }

    private boolean join(Env outer, @Nullable Object[] row, RowIndex index, BitSet matched, RowConsumer consumer) {
        boolean found = false;
        var places = keys.isEmpty()
                ? IntStream.range(0, index.size()).iterator()
                : keys.left(outer.inner(row, left.first()))
                        .map(index::places)
                        .orElse(List.of())
                        .iterator();
        while (places.hasNext()) {
            int place = places.next();
            outer.execution().tick();
            @Nullable Object[] both = concat(row, index.row(place));
            if (on.isEmpty() || on.get().holds(outer.inner(both, left.first()))) {
                found = true;
                matched.set(place);
                if (!consumer.accept(both)) {
                    return false;
                }
            }
        }
        boolean keepLeft = kind == JoinKind.LEFT || kind == JoinKind.FULL;
        return found || !keepLeft || consumer.accept(Arrays.copyOf(row, left.width() + right.width()));
    }

    private boolean unmatched(RowIndex index, BitSet matched, RowConsumer consumer) {
        for (int i = matched.nextClearBit(0); i < index.size(); i = matched.nextClearBit(i + 1)) {
            if (!consumer.accept(concat(new @Nullable Object[left.width()], index.row(i)))) {
                return false;
            }
        }
        return true;
    }

    static @Nullable Object[] concat(@Nullable Object[] left, @Nullable Object[] right) {
        @Nullable Object[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
