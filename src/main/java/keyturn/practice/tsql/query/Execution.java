package keyturn.practice.tsql.query;

import java.util.IdentityHashMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import keyturn.practice.tsql.SqlError;

/** One run of one statement: its cancellation, what it remembers between rows, and how much it may hold. */
final class Execution {

    private static final int TICKS_BETWEEN_LOOKS = 256;
    private static final long MOST_VALUES = 40_000_000;

    private final BooleanSupplier cancelled;
    private final IdentityHashMap<Object, Object> memory = new IdentityHashMap<>();
    private int ticks;
    private long held;

    Execution(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Called once a row in every loop. */
    void tick() {
        if (++ticks >= TICKS_BETWEEN_LOOKS) {
            ticks = 0;
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
    }

    /** Counts values kept in memory; too many are error 701, as on a server out of memory. */
    void hold(int values) {
        held += values + 1;
        if (held > MOST_VALUES) {
            throw new SqlError(
                    701,
                    17,
                    123,
                    0,
                    "There is insufficient system memory in resource pool 'default' to run this query.");
        }
    }

    /** What was computed for this owner before in the same run, else what the supplier gives. */
    <T> T remembered(Object owner, Class<T> type, Supplier<T> compute) {
        Object known = memory.get(owner);
        if (known == null) {
            T computed = compute.get();
            memory.put(owner, computed);
            return computed;
        }
        return type.cast(known);
    }
}
