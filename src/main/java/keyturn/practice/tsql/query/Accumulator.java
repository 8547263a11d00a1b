package keyturn.practice.tsql.query;

import org.jspecify.annotations.Nullable;

/** Gathers the values of one group; the result may be asked for between values. */
interface Accumulator {

    /** @param value never NULL, except for COUNT(*) */
    void add(Object value);

    @Nullable
    Object result();
}
