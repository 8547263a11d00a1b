package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeRules;

/** The one type and collation in which several expressions meet. */
final class Common {

    private Common() {}

    /** The word NULL has no say; where nothing else is there the type is int. */
    static SqlType type(List<Expr> expressions) {
        Optional<SqlType> common =
                expressions.stream().filter(e -> !e.isNull()).map(Expr::type).reduce(TypeRules::common);
        return common.orElse(SqlType.INT);
    }

    /**
     * The collation in which two texts are compared: one given by COLLATE goes before a column's, and what brings none
     * takes the other's. Two of the same strength that differ are error 468.
     */
    static Collation collation(Expr left, Expr right, String operation) {
        return collation(left.collate(), right.collate(), operation)
                .map(Collated::collation)
                .orElseGet(Prevailing::here);
    }

    static Optional<Collated> collation(Optional<Collated> left, Optional<Collated> right, String operation) {
        if (left.isPresent() && right.isPresent() && conflict(left.get(), right.get())) {
            throw new SqlError(
                    468,
                    16,
                    9,
                    0,
                    "Cannot resolve the collation conflict between \""
                            + left.get().collation().name() + "\" and \""
                            + right.get().collation().name() + "\" in the " + operation + " operation.");
        }
        return Collated.stronger(left, right);
    }

    private static boolean conflict(Collated a, Collated b) {
        return a.explicit() == b.explicit()
                && !a.collation().name().equalsIgnoreCase(b.collation().name());
    }
}
