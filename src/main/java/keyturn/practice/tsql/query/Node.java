package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** How an expression gets its value from a row. */
@FunctionalInterface
interface Node {
    @Nullable
    Object eval(Env env);
}
