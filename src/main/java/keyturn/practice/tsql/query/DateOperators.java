package keyturn.practice.tsql.query;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;

/** {@code datetime + 1}: days since 1900 added to or taken from a datetime. */
final class DateOperators {

    private static final LocalDateTime ZERO = LocalDateTime.of(1900, 1, 1, 0, 0);

    private DateOperators() {}

    static Expr bind(BinaryOperator operator, Expr left, Expr right) {
        SqlType x = left.type();
        SqlType y = right.type();
        SqlType date = isOldDate(x) && (x.kind() == Kind.DATETIME || !isOldDate(y)) ? x : y;
        boolean meets = meets(x) && meets(y);
        if (!meets) {
            throw TypeErrors.operator402(x, y, Operators.word(operator));
        }
        if (operator != BinaryOperator.ADD && operator != BinaryOperator.SUBTRACT) {
            throw TypeErrors.operand8117(date, Operators.word(operator));
        }
        Expr a = left.as(SqlType.DATETIME);
        Expr b = right.as(SqlType.DATETIME);
        boolean add = operator == BinaryOperator.ADD;
        return Expr.over(date, true, Operators.word(operator), List.of(a, b), env -> {
            Object u = a.eval(env);
            Object v = b.eval(env);
            if (u == null || v == null) {
                return null;
            }
            Duration distance = Duration.between(ZERO, (LocalDateTime) v);
            LocalDateTime moved = ((LocalDateTime) u).plus(add ? distance : distance.negated());
            if (moved.getYear() < 1753 || moved.getYear() > 9999) {
                throw TypeErrors.overflow8115("expression", date);
            }
            return Conversions.convert(moved, SqlType.datetime2(7), date);
        });
    }

    private static boolean meets(SqlType type) {
        return isOldDate(type) || type.isNumber() || type.isCharacter();
    }

    private static boolean isOldDate(SqlType type) {
        return type.kind() == Kind.DATETIME || type.kind() == Kind.SMALLDATETIME;
    }
}
