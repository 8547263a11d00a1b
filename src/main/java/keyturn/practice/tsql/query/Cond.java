package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Collation;
import org.jspecify.annotations.Nullable;

/**
 * A bound condition.
 *
 * @param conjuncts the parts of an AND; of anything else the condition alone
 * @param equality its two sides, where it is an equality
 */
record Cond(Truth truth, String key, Reach reach, List<Cond> conjuncts, Optional<Equality> equality) {

    /** Both sides converted to one type. */
    record Equality(Expr left, Expr right, Collation collation) {}

    static Cond of(String key, Reach reach, Truth truth) {
        return new Cond(truth, key, reach, List.of(), Optional.empty());
    }

    /** Itself, or the conditions that it demands together. */
    List<Cond> parts() {
        return conjuncts.isEmpty() ? List.of(this) : conjuncts;
    }

    Cond and(Cond other) {
        List<Cond> all = new ArrayList<>(parts());
        all.addAll(other.parts());
        Truth both = env -> conjunction(truth, other.truth, env);
        return new Cond(both, "and(" + key + "," + other.key + ")", reach.and(other.reach), all, Optional.empty());
    }

    private static @Nullable Boolean conjunction(Truth a, Truth b, Env env) {
        Boolean left = a.test(env);
        if (Boolean.FALSE.equals(left)) {
            return false;
        }
        Boolean right = b.test(env);
        if (Boolean.FALSE.equals(right)) {
            return false;
        }
        boolean unknown = left == null || right == null;
        return unknown ? null : Boolean.TRUE;
    }

    boolean holds(Env env) {
        return truth.holds(env);
    }
}
