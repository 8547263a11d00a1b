package keyturn.practice.tsql.query;

import java.util.Comparator;
import java.util.List;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** One entry of an ORDER BY. NULL comes before every value. */
record SortKey(Expr expr, boolean descending) {

    static @Nullable Object[] values(List<SortKey> keys, Env env) {
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).expr.eval(env);
        }
        return values;
    }

    /** Orders what {@link #values} gave. */
    static Comparator<@Nullable Object[]> order(List<SortKey> keys) {
        return (a, b) -> {
            for (int i = 0; i < keys.size(); i++) {
                SortKey key = keys.get(i);
                int order = Values.compareNullable(a[i], b[i], key.expr.collation());
                if (order != 0) {
                    return key.descending ? -order : order;
                }
            }
            return 0;
        };
    }
}
