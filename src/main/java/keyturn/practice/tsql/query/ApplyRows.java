package keyturn.practice.tsql.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** APPLY: the right side runs anew for each row of the left, which it sees as its outer row. */
final class ApplyRows implements RowSource {

    private final Source left;
    private final Source right;
    private final boolean outer;

    ApplyRows(Source left, Source right, boolean outer) {
        this.left = left;
        this.right = right;
        this.outer = outer;
    }

    @Override
    public boolean run(Env env, RowConsumer consumer) {
        return left.rows().run(env, row -> applied(env, row, consumer));
    }

    private boolean applied(Env env, @Nullable Object[] row, RowConsumer consumer) {
        boolean[] found = {false};
        boolean more = right.rows().run(env.inner(row, left.first()), other -> {
            found[0] = true;
            return consumer.accept(JoinRows.concat(row, other));
        });
        if (!more || found[0] || !outer) {
            return more;
        }
        return consumer.accept(Arrays.copyOf(row, left.width() + right.width()));
    }
}
