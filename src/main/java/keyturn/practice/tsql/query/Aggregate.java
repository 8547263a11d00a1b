package keyturn.practice.tsql.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/**
 * A bound aggregate.
 *
 * @param call its result as an expression, without a way to compute it: type, nullability and canonical form
 * @param argument what it gathers; a constant for COUNT(*)
 * @param within order in which STRING_AGG takes its values
 */
record Aggregate(Expr call, Expr argument, boolean distinct, List<SortKey> within, Supplier<Accumulator> fresh) {

    /** The gathering of one group. */
    Gathering start() {
        return new Gathering(this);
    }

    /** Takes the rows of a group one by one. */
    static final class Gathering {
        private final Aggregate aggregate;
        private final Accumulator accumulator;
        private final Set<Object> seen = new HashSet<>();
        private final List<Sorted<Object>> waiting = new java.util.ArrayList<>();

        Gathering(Aggregate aggregate) {
            this.aggregate = aggregate;
            this.accumulator = aggregate.fresh.get();
        }

        void row(Env env) {
            Object value = aggregate.argument.eval(env);
            if (value == null) {
                return;
            }
            if (aggregate.distinct) {
                Object key = Values.key(value, aggregate.argument.collation());
                if (key != null && !seen.add(key)) {
                    return;
                }
            }
            if (aggregate.within.isEmpty()) {
                accumulator.add(value);
            } else {
                env.execution().hold(2);
                waiting.add(new Sorted<>(SortKey.values(aggregate.within, env), value));
            }
        }

        @Nullable
        Object result() {
            Sorted.sort(waiting, aggregate.within);
            waiting.forEach(w -> accumulator.add(w.content()));
            waiting.clear();
            return accumulator.result();
        }
    }
}
