package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;

/** Functions on numbers; most keep the type of their argument. */
final class MathFunctions {

    private MathFunctions() {}

    static void register(Registry registry) {
        Functions.typed(registry, "ABS", 1, 1, call -> kept(call, BigDecimal::abs));
        Functions.typed(registry, "SIGN", 1, 1, call -> kept(call, n -> BigDecimal.valueOf(n.signum())));
        Functions.typed(registry, "CEILING", 1, 1, call -> whole(call, RoundingMode.CEILING));
        Functions.typed(registry, "FLOOR", 1, 1, call -> whole(call, RoundingMode.FLOOR));
        Functions.typed(registry, "ROUND", 2, 3, MathFunctions::round);
        Functions.typed(registry, "POWER", 2, 2, MathFunctions::power);
        real(registry, "SQRT", Math::sqrt);
        real(registry, "SQUARE", x -> x * x);
        real(registry, "EXP", Math::exp);
        real(registry, "LOG10", Math::log10);
        real(registry, "SIN", Math::sin);
        real(registry, "COS", Math::cos);
        Functions.fixed(registry, "PI", SqlType.FLOAT, List.of(), a -> Math.PI);
        Functions.fixed(
                registry,
                "LOG",
                1,
                SqlType.FLOAT,
                List.of(SqlType.FLOAT, SqlType.FLOAT),
                a -> finite(
                        a.length == 1 ? Math.log((Double) a[0]) : Math.log((Double) a[0]) / Math.log((Double) a[1])));
    }

    private static void real(Registry registry, String name, DoubleUnaryOperator body) {
        Functions.fixed(
                registry, name, SqlType.FLOAT, List.of(SqlType.FLOAT), a -> finite(body.applyAsDouble((Double) a[0])));
    }

    private static double finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new SqlError(3623, 16, 1, 0, "An invalid floating point operation occurred.");
        }
        return value;
    }

    /** Small integers become int, bit and texts become float. */
    private static Expr number(Expr argument) {
        return argument.as(
                switch (argument.type().kind()) {
                    case TINYINT, SMALLINT, INT -> SqlType.INT;
                    case BIGINT, DECIMAL, MONEY -> argument.type();
                    default -> SqlType.FLOAT;
                });
    }

    /** A function on exact values. */
    private interface Exact {
        BigDecimal apply(BigDecimal value);
    }

    private static Object through(Object value, SqlType type, Exact body) {
        BigDecimal number = value instanceof BigDecimal d ? d : new BigDecimal(value.toString());
        BigDecimal result = body.apply(number);
        if (type.kind() == Kind.FLOAT) {
            return result.doubleValue();
        }
        if (type.isInteger()) {
            int bits = type.kind() == Kind.BIGINT ? 63 : 31;
            if (result.toBigInteger().bitLength() > bits) {
                throw TypeErrors.overflow8115("expression", type);
            }
            return type.kind() == Kind.BIGINT ? (Object) result.longValue() : (Object) result.intValue();
        }
        Object converted = Conversions.convert(result, SqlType.decimal(38, 10), type);
        return converted == null ? result : converted;
    }

    private static Expr kept(Invocation call, Exact body) {
        Expr number = number(call.argument(0));
        return call.strict(number.type(), List.of(number), a -> through(a[0], number.type(), body));
    }

    private static Expr whole(Invocation call, RoundingMode mode) {
        Expr number = number(call.argument(0));
        SqlType type = number.type().kind() == Kind.DECIMAL
                ? SqlType.decimal(number.type().precision(), 0)
                : number.type();
        return call.strict(type, List.of(number), a -> through(a[0], type, n -> n.setScale(0, mode)));
    }

    private static Expr round(Invocation call) {
        Expr number = number(call.argument(0));
        List<Expr> arguments = new ArrayList<>(List.of(number, call.argument(1).as(SqlType.INT)));
        if (call.count() > 2) {
            arguments.add(call.argument(2).as(SqlType.INT));
        }
        SqlType type = number.type();
        return call.strict(type, arguments, a -> {
            boolean cut = a.length > 2 && (Integer) a[2] != 0;
            int places = Math.max(-40, Math.min(38, (Integer) a[1]));
            return through(a[0], type, n -> n.setScale(places, cut ? RoundingMode.DOWN : RoundingMode.HALF_UP));
        });
    }

    private static Expr power(Invocation call) {
        Expr number = number(call.argument(0));
        SqlType type = number.type().kind() == Kind.DECIMAL
                ? SqlType.decimal(38, number.type().scale())
                : number.type();
        Expr base = number.as(SqlType.FLOAT);
        Expr exponent = call.argument(1).as(SqlType.FLOAT);
        return call.strict(type, List.of(base, exponent), a -> {
            double result = finite(Math.pow((Double) a[0], (Double) a[1]));
            if (type.kind() == Kind.FLOAT) {
                return result;
            }
            return through(new BigDecimal(result, MathContext.DECIMAL64), type, n -> n);
        });
    }
}
