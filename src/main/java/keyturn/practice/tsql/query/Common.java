package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Collation;
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

    /** Two different collations given by COLLATE are error 468. */
    static Collation collation(Expr left, Expr right, String operation) {
        Optional<Collation> a = left.collate();
        Optional<Collation> b = right.collate();
        if (a.isPresent()
                && b.isPresent()
                && !a.get().name().equalsIgnoreCase(b.get().name())) {
            throw new SqlError(
                    468,
                    16,
                    9,
                    0,
                    "Cannot resolve the collation conflict between \"" + a.get().name() + "\" and \""
                            + b.get().name() + "\" in the " + operation + " operation.");
        }
        return a.or(() -> b).orElse(Collation.DEFAULT);
    }
}
