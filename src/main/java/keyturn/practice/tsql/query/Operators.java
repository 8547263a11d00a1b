package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.util.List;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;
import keyturn.practice.tsql.types.TypeRules;

/** Types of {@code + - * / % & | ^ ~} and what each does with them. */
final class Operators {

    private Operators() {}

    static String word(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case MODULO -> "modulo";
            case BIT_AND -> "boolean AND";
            case BIT_OR -> "boolean OR";
            case BIT_XOR -> "boolean XOR";
        };
    }

    static Expr binary(Expression.Binary tree, Expr left, Expr right) {
        try {
            return binary(tree.operator(), left, right);
        } catch (SqlError e) {
            throw e.onLine(tree.line());
        }
    }

    private static Expr binary(BinaryOperator operator, Expr a, Expr b) {
        Expr left = a.isNull() ? a.as(b.type()) : a;
        Expr right = b.isNull() ? b.as(a.type()) : b;
        SqlType x = left.type();
        SqlType y = right.type();
        if (isBitwise(operator)) {
            return bitwise(operator, left, right);
        }
        if (operator == BinaryOperator.ADD && x.isCharacter() && y.isCharacter()) {
            return concatenation(left, right);
        }
        if (operator == BinaryOperator.ADD && x.isBinary() && y.isBinary()) {
            return bytes(left, right);
        }
        if (isOldDate(x) || isOldDate(y)) {
            return DateOperators.bind(operator, left, right);
        }
        check(operator, x, y);
        return arithmetic(operator, left, right);
    }

    private static void check(BinaryOperator operator, SqlType x, SqlType y) {
        String word = word(operator);
        boolean numbers = x.isNumber() || y.isNumber();
        if (numbers && (x.isCharacter() || y.isCharacter() || (x.isNumber() && y.isNumber()))) {
            SqlType common = TypeRules.common(x, y);
            if (common.kind() == Kind.BIT) {
                throw TypeErrors.operand8117(common, word);
            }
            if (operator == BinaryOperator.MODULO && common.isApproximate()) {
                throw TypeErrors.operator402(x, y, word);
            }
            return;
        }
        if (numbers && (x.isBinary() || y.isBinary())) {
            return;
        }
        if (x.kind() == y.kind() || (x.isCharacter() && y.isCharacter())) {
            throw TypeErrors.operand8117(x, word);
        }
        if (numbers && x.kind() != Kind.SQL_VARIANT && y.kind() != Kind.SQL_VARIANT) {
            throw TypeErrors.clash206(x.isNumber() ? y : x, x.isNumber() ? x : y);
        }
        throw TypeErrors.operator402(x, y, word);
    }

    private static Expr arithmetic(BinaryOperator operator, Expr left, Expr right) {
        SqlType common = TypeRules.common(left.type(), right.type());
        String name = word(operator);
        if (common.kind() != Kind.DECIMAL) {
            Expr x = left.as(common);
            Expr y = right.as(common);
            return Expr.over(
                    common,
                    true,
                    name,
                    List.of(x, y),
                    switch (common.kind()) {
                        case FLOAT, REAL -> env -> Arithmetic.approximate(operator, x.eval(env), y.eval(env), common);
                        case MONEY -> env -> Arithmetic.money(operator, x.eval(env), y.eval(env));
                        default -> env -> Arithmetic.whole(operator, x.eval(env), y.eval(env), common);
                    });
        }
        SqlType p = exact(left, common);
        SqlType q = exact(right, common);
        Expr x = left.converted(p);
        Expr y = right.converted(q);
        SqlType type =
                switch (operator) {
                    case MULTIPLY -> TypeRules.product(p, q);
                    case DIVIDE -> TypeRules.quotient(p, q);
                    case MODULO -> TypeRules.remainder(p, q);
                    default -> TypeRules.sum(p, q);
                };
        return Expr.over(type, true, name, List.of(x, y), env -> {
            Object u = x.eval(env);
            Object v = y.eval(env);
            return u == null || v == null ? null : Arithmetic.decimal(operator, (BigDecimal) u, (BigDecimal) v, type);
        });
    }

    /** An integer literal takes part with the digits it has, not with those of its type. */
    private static SqlType exact(Expr e, SqlType common) {
        if (e.digits() > 0) {
            return SqlType.decimal(e.digits(), 0);
        }
        return e.type().isNumber() ? TypeRules.asDecimal(e.type()) : common;
    }

    static Expr concatenation(Expr left, Expr right) {
        boolean unicode = left.type().isUnicode() || right.type().isUnicode();
        int a = left.type().length();
        int b = right.type().length();
        boolean max = a == SqlType.MAX || b == SqlType.MAX;
        int length = max ? SqlType.MAX : Math.min(unicode ? 4000 : 8000, a + b);
        SqlType type = unicode ? SqlType.nvarchar(length) : SqlType.varchar(length);
        return Expr.over(type, left.nullable() || right.nullable(), "concat", List.of(left, right), env -> {
            Object x = left.eval(env);
            Object y = right.eval(env);
            if (x == null || y == null) {
                return null;
            }
            String text = x.toString() + y;
            return length != SqlType.MAX && text.length() > length ? text.substring(0, length) : text;
        });
    }

    private static Expr bytes(Expr left, Expr right) {
        int a = left.type().length();
        int b = right.type().length();
        int length = a == SqlType.MAX || b == SqlType.MAX ? SqlType.MAX : Math.min(8000, a + b);
        SqlType type = SqlType.varbinary(length);
        return Expr.over(type, left.nullable() || right.nullable(), "concat", List.of(left, right), env -> {
            Object x = left.eval(env);
            Object y = right.eval(env);
            return x == null || y == null
                    ? null
                    : Bytes.ofHex(x.toString().substring(2) + y.toString().substring(2));
        });
    }

    private static Expr bitwise(BinaryOperator operator, Expr left, Expr right) {
        SqlType x = left.type();
        SqlType y = right.type();
        boolean wholeLeft = x.isInteger() || x.kind() == Kind.BIT;
        boolean wholeRight = y.isInteger() || y.kind() == Kind.BIT;
        boolean fits = (wholeLeft && (wholeRight || y.isBinary() || y.isCharacter()))
                || (wholeRight && (x.isBinary() || x.isCharacter()));
        if (!fits) {
            throw TypeErrors.operator402(x, y, "'" + sign(operator) + "'");
        }
        SqlType common = wholeLeft && wholeRight ? TypeRules.common(x, y) : wholeLeft ? x : y;
        Expr u = left.as(common);
        Expr v = right.as(common);
        return Expr.over(
                common,
                true,
                word(operator),
                List.of(u, v),
                env -> Arithmetic.bits(operator, u.eval(env), v.eval(env)));
    }

    private static String sign(BinaryOperator operator) {
        return operator == BinaryOperator.BIT_AND ? "&" : operator == BinaryOperator.BIT_OR ? "|" : "^";
    }

    private static boolean isBitwise(BinaryOperator operator) {
        return operator == BinaryOperator.BIT_AND
                || operator == BinaryOperator.BIT_OR
                || operator == BinaryOperator.BIT_XOR;
    }

    private static boolean isOldDate(SqlType type) {
        return type.kind() == Kind.DATETIME || type.kind() == Kind.SMALLDATETIME;
    }

    static Expr unary(Expression.Unary tree, Expr operand) {
        return switch (tree.operator()) {
            case PLUS -> operand;
            case MINUS -> negative(tree.line(), operand);
            case BIT_NOT -> inverted(tree.line(), operand);
        };
    }

    private static Expr negative(int line, Expr operand) {
        SqlType type = operand.type();
        if (!type.isNumber() || type.kind() == Kind.BIT) {
            throw TypeErrors.operand8117(type, "minus").onLine(line);
        }
        SqlType result = type.kind() == Kind.TINYINT ? SqlType.SMALLINT : type;
        Expr signed = operand.as(result);
        Expr negative = Expr.over(
                result,
                operand.nullable(),
                "minus",
                List.of(signed),
                env -> Arithmetic.negative(signed.eval(env), result));
        return new Expr(
                negative.type(),
                negative.nullable(),
                negative.collate(),
                negative.key(),
                negative.reach(),
                operand.form(),
                operand.digits(),
                negative.node());
    }

    private static Expr inverted(int line, Expr operand) {
        SqlType type = operand.type();
        if (!type.isInteger() && type.kind() != Kind.BIT) {
            throw TypeErrors.operand8117(type, "'~'").onLine(line);
        }
        return Expr.over(
                type, operand.nullable(), "~", List.of(operand), env -> Arithmetic.inverted(operand.eval(env), type));
    }
}
