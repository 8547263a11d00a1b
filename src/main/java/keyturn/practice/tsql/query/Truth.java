package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** A condition over a row in three-valued logic: {@code null} is "unknown". */
@FunctionalInterface
interface Truth {

    @Nullable
    Boolean test(Env env);

    /** Only "true" lets a row pass. */
    default boolean holds(Env env) {
        return Boolean.TRUE.equals(test(env));
    }
}
