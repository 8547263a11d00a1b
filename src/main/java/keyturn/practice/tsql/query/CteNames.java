package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** The names that WITH gives, innermost last; each sees only those before it and, in its recursive part, itself. */
final class CteNames {

    static final CteNames NONE = new CteNames(null, null, null);

    private final @Nullable CteNames before;
    private final Query.@Nullable Cte cte;
    private final @Nullable WorkTable work;

    private CteNames(@Nullable CteNames before, Query.@Nullable Cte cte, @Nullable WorkTable work) {
        this.before = before;
        this.cte = cte;
        this.work = work;
    }

    CteNames plus(Query.Cte next) {
        return new CteNames(this, next, null);
    }

    /** The name stands for the rows of the last round. */
    CteNames plus(Query.Cte next, WorkTable rows) {
        return new CteNames(this, next, rows);
    }

    /** A name found, with the names that its own query may use. */
    record Found(Query.Cte cte, CteNames visible, Optional<WorkTable> work) {}

    Optional<Found> find(String name) {
        for (CteNames names = this; names != null && names.cte != null && names.before != null; names = names.before) {
            if (Prevailing.here().same(names.cte.name(), name)) {
                return Optional.of(new Found(names.cte, names.before, Optional.ofNullable(names.work)));
            }
        }
        return Optional.empty();
    }
}
