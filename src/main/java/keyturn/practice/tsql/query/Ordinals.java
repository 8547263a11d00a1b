package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.Prevailing;

/** ORDER BY entries that mean a result column: its number or its name. */
final class Ordinals {

    private Ordinals() {}

    /** Place from 0; empty where the entry is another expression. Raises 108 and 209. */
    static Optional<Integer> place(Expression e, List<Column> columns) {
        return switch (e) {
            case Expression.IntegerLiteral literal -> Optional.of(number(literal, columns.size()));
            case Expression.ColumnName name -> name.parts().size() == 1 ? named(name, columns) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static int number(Expression.IntegerLiteral literal, int count) {
        long number = literal.digits().length() > 9 ? Long.MAX_VALUE : Long.parseLong(literal.digits());
        if (number < 1 || number > count) {
            throw BindErrors.error(
                    108,
                    literal.line(),
                    "The ORDER BY position number " + literal.digits()
                            + " is out of range of the number of items in the select list.");
        }
        return (int) number - 1;
    }

    private static Optional<Integer> named(Expression.ColumnName name, List<Column> columns) {
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            if (Prevailing.here().same(columns.get(i).name(), name.parts().getFirst())) {
                if (found.isPresent()) {
                    throw BindErrors.ambiguous209(name.line(), name.parts().getFirst());
                }
                found = Optional.of(i);
            }
        }
        return found;
    }
}
