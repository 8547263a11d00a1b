package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Conversion to bit and to the integer types. */
final class ToInteger {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\s*\\d*");

    private ToInteger() {}

    static Object convert(Object value, SqlType from, SqlType to) {
        if (to.kind() == Kind.BIT) {
            return toBit(value, from, to);
        }
        return switch (value) {
            case Boolean bit -> exact(bit ? BigInteger.ONE : BigInteger.ZERO, from, to);
            case Integer number -> exact(BigInteger.valueOf(number), from, to);
            case Long number -> exact(BigInteger.valueOf(number), from, to);
            case BigDecimal number -> exact(whole(number, from), from, to);
            case Float number -> approximate(number, to);
            case Double number -> approximate(number, to);
            case String text -> parsed(text, from, to);
            case Bytes bytes -> fromBytes(bytes, to);
            case LocalDateTime time ->
                exact(days(time).setScale(0, RoundingMode.HALF_UP).toBigInteger(), from, to);
            default -> throw TypeErrors.clash206(from, to);
        };
    }

    private static BigInteger whole(BigDecimal number, SqlType from) {
        // money rounds where numeric cuts off
        RoundingMode mode = from.kind() == Kind.MONEY ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return number.setScale(0, mode).toBigInteger();
    }

    private static Object toBit(Object value, SqlType from, SqlType to) {
        return switch (value) {
            case Boolean bit -> bit;
            case Integer number -> number != 0;
            case Long number -> number != 0;
            case BigDecimal number -> number.signum() != 0;
            case Float number -> number != 0;
            case Double number -> number != 0;
            case String text ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        if (!NUMBER.matcher(text.strip()).matches()) {
                            throw TypeErrors.failed245(from, to, text);
                        }
                        yield text.chars().anyMatch(c -> c >= '1' && c <= '9');
                    }
                };
            case Bytes bytes -> (Integer) fromBytes(bytes, SqlType.INT) != 0;
            case LocalDateTime time -> days(time).signum() != 0;
            default -> throw TypeErrors.clash206(from, to);
        };
    }

    /** Days since 1900-01-01, the zero of datetime. */
    static BigDecimal days(LocalDateTime time) {
        Duration since = Duration.between(LocalDateTime.of(1900, 1, 1, 0, 0), time);
        return BigDecimal.valueOf(since.getSeconds())
                .add(BigDecimal.valueOf(since.getNano(), 9))
                .divide(BigDecimal.valueOf(86_400), 17, RoundingMode.HALF_UP);
    }

    private static Object approximate(double value, SqlType to) {
        if (Double.isNaN(value) || Math.abs(value) >= 1e19) {
            throw TypeErrors.floatOverflow232(to, value);
        }
        BigInteger whole = new BigDecimal(value).toBigInteger();
        if (!fits(whole, to)) {
            throw TypeErrors.floatOverflow232(to, value);
        }
        return boxed(whole, to);
    }

    private static Object exact(BigInteger value, SqlType from, SqlType to) {
        if (fits(value, to)) {
            return boxed(value, to);
        }
        boolean small = to.kind() == Kind.TINYINT || to.kind() == Kind.SMALLINT;
        if (small && from.isInteger()) {
            throw TypeErrors.overflow220(to, value);
        }
        throw TypeErrors.overflow8115(small ? from.typeName() : "expression", to);
    }

    private static Object parsed(String text, SqlType from, SqlType to) {
        String digits = text.strip();
        if (!NUMBER.matcher(digits).matches()) {
            throw to.kind() == Kind.BIGINT ? TypeErrors.converting8114(from, to) : TypeErrors.failed245(from, to, text);
        }
        digits = digits.replace("+", "").replace(" ", "");
        BigInteger value = digits.isEmpty() || digits.equals("-") ? BigInteger.ZERO : new BigInteger(digits);
        if (fits(value, to)) {
            return boxed(value, to);
        }
        throw switch (to.kind()) {
            case BIGINT -> TypeErrors.overflow8115("expression", to);
            case INT -> TypeErrors.intOverflow248(from, text);
            default -> TypeErrors.smallOverflow244(from, to, text);
        };
    }

    private static Object fromBytes(Bytes bytes, SqlType to) {
        int size =
                switch (to.kind()) {
                    case TINYINT -> 1;
                    case SMALLINT -> 2;
                    case INT -> 4;
                    default -> 8;
                };
        byte[] content = bytes.toArray();
        long value = 0;
        for (int i = Math.max(0, content.length - size); i < content.length; i++) {
            value = (value << 8) | Byte.toUnsignedInt(content[i]);
        }
        return switch (to.kind()) {
            case TINYINT -> (int) value;
            case SMALLINT -> (int) (short) value;
            case INT -> (int) value;
            default -> value;
        };
    }

    private static boolean fits(BigInteger value, SqlType to) {
        return switch (to.kind()) {
            case TINYINT -> value.signum() >= 0 && value.bitLength() <= 8;
            case SMALLINT -> value.bitLength() <= 15;
            case INT -> value.bitLength() <= 31;
            default -> value.bitLength() <= 63;
        };
    }

    private static Object boxed(BigInteger value, SqlType to) {
        if (to.kind() == Kind.BIGINT) {
            return value.longValueExact();
        }
        return value.intValueExact();
    }
}
