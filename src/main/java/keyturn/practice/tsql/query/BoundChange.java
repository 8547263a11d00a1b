package keyturn.practice.tsql.query;

import java.util.List;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A bound UPDATE, DELETE or MERGE: it finds the rows and what they become, and stores nothing. */
public interface BoundChange {

    /**
     * A column that gets a value.
     *
     * @param column its place in the table
     * @param type of the value, which is not yet converted
     * @param defaulted DEFAULT is written: there is no value
     */
    record Setter(int column, SqlType type, boolean defaulted) {}

    /** What a row is to become. */
    enum Act {
        UPDATE,
        DELETE,
        INSERT
    }

    /**
     * A row that is touched.
     *
     * @param place in the table; -1 for one that is put in
     * @param values one for each setter
     */
    record Touched(Act act, int place, List<Setter> setters, List<@Nullable Object> values) {}

    /** Takes rows that are touched. */
    @FunctionalInterface
    interface Each {
        /** @param from the row of FROM, for OUTPUT */
        void touch(Touched row, @Nullable Object[] from);
    }

    /** What OUTPUT tells; empty where it is not written. */
    List<BoundOutput> outputs();

    /** @throws java.util.concurrent.CancellationException once {@code cancelled} says yes */
    void run(Each each, BooleanSupplier cancelled);
}
