package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Conversion to decimal, money, real and float. */
final class ToNumber {

    private static final BigDecimal MOST_MONEY = new BigDecimal("922337203685477.5807");

    private ToNumber() {}

    static Object convert(Object value, SqlType from, SqlType to) {
        return switch (to.kind()) {
            case DECIMAL -> toDecimal(number(value, from, to), from, to);
            case MONEY -> toMoney(number(value, from, to), from, to);
            default -> toFloat(value, from, to);
        };
    }

    private static BigDecimal number(Object value, SqlType from, SqlType to) {
        return switch (value) {
            case Boolean bit -> bit ? BigDecimal.ONE : BigDecimal.ZERO;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case BigDecimal number -> number;
            case Float number -> finite(number, to);
            case Double number -> finite(number, to);
            case String text -> parsed(text, from, to);
            case LocalDateTime time -> ToInteger.days(time);
            case Bytes bytes -> fromBytes(bytes, from, to);
            default -> throw TypeErrors.clash206(from, to);
        };
    }

    private static BigDecimal fromBytes(Bytes bytes, SqlType from, SqlType to) {
        if (to.kind() != Kind.MONEY) {
            throw TypeErrors.converting8114(from, to);
        }
        return BigDecimal.valueOf((Long) ToInteger.convert(bytes, from, SqlType.BIGINT), 4);
    }

    private static BigDecimal finite(double value, SqlType to) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw TypeErrors.overflow8115("float", to);
        }
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal parsed(String text, SqlType from, SqlType to) {
        String digits = text.strip();
        if (to.kind() == Kind.MONEY) {
            digits = digits.replace("$", "").replace(",", "");
            if (digits.isEmpty()) {
                return BigDecimal.ZERO;
            }
        }
        if (digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
            return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
        }
        throw to.kind() == Kind.MONEY ? TypeErrors.money235() : TypeErrors.converting8114(from, to);
    }

    private static BigDecimal toDecimal(BigDecimal value, SqlType from, SqlType to) {
        BigDecimal scaled = value.setScale(to.scale(), RoundingMode.HALF_UP);
        if (scaled.precision() - scaled.scale() > to.precision() - to.scale() && scaled.signum() != 0) {
            throw TypeErrors.overflow8115(from.typeName(), to);
        }
        return scaled;
    }

    private static BigDecimal toMoney(BigDecimal value, SqlType from, SqlType to) {
        BigDecimal scaled = value.setScale(4, RoundingMode.HALF_UP);
        if (scaled.abs().compareTo(MOST_MONEY) > 0) {
            throw TypeErrors.overflow8115(from.typeName(), to);
        }
        return scaled;
    }

    private static Object toFloat(Object value, SqlType from, SqlType to) {
        double number =
                switch (value) {
                    case Float single -> single;
                    case Double wide -> wide;
                    case String text -> parsedFloat(text, from, to);
                    default -> number(value, from, to).doubleValue();
                };
        if (to.kind() == Kind.FLOAT) {
            return number;
        }
        float single = (float) number;
        if (Float.isInfinite(single)) {
            throw TypeErrors.floatOverflow232(to, number);
        }
        return single;
    }

    private static double parsedFloat(String text, SqlType from, SqlType to) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw TypeErrors.converting8114(from, to);
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw TypeErrors.overflow8115("expression", to);
        }
        return value;
    }
}
