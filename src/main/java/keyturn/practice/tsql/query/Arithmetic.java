package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;
import org.jspecify.annotations.Nullable;

/** Arithmetic on values of one type; what does not fit is 8115, a zero divisor 8134. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable Object whole(BinaryOperator operator, @Nullable Object a, @Nullable Object b, SqlType type) {
        if (a == null || b == null) {
            return null;
        }
        BigInteger x = BigInteger.valueOf(((Number) a).longValue());
        BigInteger y = BigInteger.valueOf(((Number) b).longValue());
        return boxed(
                switch (operator) {
                    case ADD -> x.add(y);
                    case SUBTRACT -> x.subtract(y);
                    case MULTIPLY -> x.multiply(y);
                    case DIVIDE -> x.divide(nonZero(y));
                    default -> x.remainder(nonZero(y));
                },
                type);
    }

    private static BigInteger nonZero(BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw TypeErrors.divide8134();
        }
        return divisor;
    }

    private static Object boxed(BigInteger value, SqlType type) {
        boolean fits =
                switch (type.kind()) {
                    case TINYINT -> value.signum() >= 0 && value.bitLength() <= 8;
                    case SMALLINT -> value.bitLength() <= 15;
                    case INT -> value.bitLength() <= 31;
                    default -> value.bitLength() <= 63;
                };
        if (!fits) {
            throw TypeErrors.overflow8115("expression", type);
        }
        if (type.kind() == Kind.BIGINT) {
            return value.longValueExact();
        }
        return value.intValueExact();
    }

    static BigDecimal decimal(BinaryOperator operator, BigDecimal x, BigDecimal y, SqlType type) {
        BigDecimal exact =
                switch (operator) {
                    case ADD -> x.add(y);
                    case SUBTRACT -> x.subtract(y);
                    case MULTIPLY -> x.multiply(y);
                    // a quotient is cut off at its scale, not rounded
                    case DIVIDE -> x.divide(nonZero(y), type.scale(), RoundingMode.DOWN);
                    default -> x.remainder(nonZero(y));
                };
        BigDecimal scaled = exact.setScale(type.scale(), RoundingMode.HALF_UP);
        if (scaled.signum() != 0 && scaled.precision() > 38) {
            throw TypeErrors.overflow8115("expression", type);
        }
        return scaled;
    }

    private static BigDecimal nonZero(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw TypeErrors.divide8134();
        }
        return divisor;
    }

    static @Nullable Object money(BinaryOperator operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        BigDecimal result = decimal(operator, (BigDecimal) a, (BigDecimal) b, SqlType.decimal(38, 4));
        if (result.precision() - result.scale() > 15) {
            throw TypeErrors.overflow8115("expression", SqlType.MONEY);
        }
        return result;
    }

    static @Nullable Object approximate(BinaryOperator operator, @Nullable Object a, @Nullable Object b, SqlType type) {
        if (a == null || b == null) {
            return null;
        }
        double x = ((Number) a).doubleValue();
        double y = ((Number) b).doubleValue();
        double result =
                switch (operator) {
                    case ADD -> x + y;
                    case SUBTRACT -> x - y;
                    case MULTIPLY -> x * y;
                    default -> {
                        if (y == 0) {
                            throw TypeErrors.divide8134();
                        }
                        yield x / y;
                    }
                };
        if (Double.isInfinite(result) || Double.isNaN(result)) {
            throw TypeErrors.overflow8115("expression", type);
        }
        if (type.kind() == Kind.REAL) {
            return (float) result;
        }
        return result;
    }

    static @Nullable Object bits(BinaryOperator operator, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Boolean bit) {
            return bits(operator, bit ? 1L : 0L, (Boolean) b ? 1L : 0L) != 0;
        }
        long result = bits(operator, ((Number) a).longValue(), ((Number) b).longValue());
        if (a instanceof Long) {
            return result;
        }
        return (int) result;
    }

    private static long bits(BinaryOperator operator, long x, long y) {
        return switch (operator) {
            case BIT_AND -> x & y;
            case BIT_OR -> x | y;
            default -> x ^ y;
        };
    }

    static @Nullable Object negative(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.negate();
            case Double number -> -number;
            case Float number -> -number;
            default -> boxed(BigInteger.valueOf(((Number) value).longValue()).negate(), type);
        };
    }

    static @Nullable Object inverted(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> null;
            case Boolean bit -> !bit;
            case Long number -> ~number;
            default -> type.kind() == Kind.TINYINT ? ~(Integer) value & 0xFF : ~(Integer) value;
        };
    }
}
