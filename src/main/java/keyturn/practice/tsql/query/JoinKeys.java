package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** The equalities by which rows of two sides find each other without trying all pairs. */
record JoinKeys(List<Pair> pairs) {

    record Pair(Expr left, Expr right, Collation collation) {}

    static JoinKeys of(Source left, Source right, List<Cond> conditions) {
        List<Pair> pairs = new ArrayList<>();
        for (Cond condition : conditions) {
            if (condition.equality().isPresent()) {
                Cond.Equality e = condition.equality().get();
                boolean straight = isOf(e.left(), left) && isOf(e.right(), right);
                boolean crossed = isOf(e.right(), left) && isOf(e.left(), right);
                if (straight) {
                    pairs.add(new Pair(e.left(), e.right(), e.collation()));
                } else if (crossed) {
                    pairs.add(new Pair(e.right(), e.left(), e.collation()));
                }
            }
        }
        return new JoinKeys(pairs);
    }

    private static boolean isOf(Expr expr, Source source) {
        return expr.reach().within(source.first(), source.end());
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** Empty where a part is NULL, which equals nothing. */
    Optional<List<Object>> left(Env env) {
        return key(env, true);
    }

    Optional<List<Object>> right(Env env) {
        return key(env, false);
    }

    private Optional<List<Object>> key(Env env, boolean left) {
        List<Object> key = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            @Nullable Object value = (left ? pair.left : pair.right).eval(env);
            Object part = Values.key(value, pair.collation);
            if (part == null) {
                return Optional.empty();
            }
            key.add(part);
        }
        return Optional.of(key);
    }
}
