package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;

/**
 * The collation that an expression brings to a comparison. A literal, a variable and the answer of a system function
 * bring none: they take that of their counterpart, else the database's.
 *
 * @param explicit given by COLLATE, which a column's own gives way to
 */
record Collated(Collation collation, boolean explicit) {

    /** A column brings its own, else that of the database; one that holds no text brings none. */
    static Optional<Collated> of(Column column) {
        return column.type().isCharacter()
                ? Optional.of(new Collated(column.collation().orElseGet(Prevailing::here), false))
                : Optional.empty();
    }

    /** What two parts of an expression bring together: COLLATE goes before columns, the first before others. */
    static Optional<Collated> stronger(Optional<Collated> one, Optional<Collated> other) {
        boolean second = one.isEmpty()
                || (!one.get().explicit() && other.filter(Collated::explicit).isPresent());
        return second ? other : one;
    }

    /** Seen from outside the query it is a column's like any other. */
    Collated implicit() {
        return new Collated(collation, false);
    }
}
